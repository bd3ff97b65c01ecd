import type { Schemas } from '@/api/types'

export type Subsidy = Schemas['SubsidyItem']

/** What is shown: due and not paid yet, and paid. */
export function sums(items: readonly Subsidy[]): { due: string; paid: string } {
  const sum = (part: (one: Subsidy) => number): string => items.reduce((all, one) => all + part(one), 0).toFixed(2)
  return { due: sum(one => (one.paid ? 0 : one.amount)), paid: sum(one => one.paid?.amount ?? 0) }
}

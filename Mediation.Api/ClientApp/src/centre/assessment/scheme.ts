import type { Schemas } from '@/api/types'

export type SchemeItem = Schemas['ScoreItem']

/** What the items of a kind of unit add up to; it has to be 100. */
export const weights = (items: readonly SchemeItem[], unit: Schemas['Tier']): number =>
  Math.round(items.filter(item => item.units.includes(unit)).reduce((sum, item) => sum + item.weight, 0) * 100) / 100

/** An id for a new item that no other has. */
export function freshId(word: string, taken: readonly string[]): string {
  const start = word.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase().slice(0, 34)
  let id = start
  for (let turn = 2; taken.includes(id); turn++) id = `${start}-${turn}`
  return id
}

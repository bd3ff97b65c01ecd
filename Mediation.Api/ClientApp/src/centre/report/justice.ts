import type { Schemas } from '@/api/types'

export type Item = Schemas['JusticeItem']

/** The item that is money and no number of cases. */
export const moneyItem = 5

/** The parts of the form, each by the number of its last item. */
export const parts = [{ key: 'total', last: 5 }, { key: 'kind', last: 11 }, { key: 'source', last: 19 }, { key: 'type', last: 37 }, { key: 'form', last: 42 }] as const

export function grouped(items: readonly Item[]): { key: (typeof parts)[number]['key']; items: Item[] }[] {
  return parts.map((part, at) => ({ key: part.key, items: items.filter(item => item.number <= part.last && item.number > (parts[at - 1]?.last ?? 0)) }))
}

export const opensItem = (item: Item, value: number | null | undefined): boolean => item.number !== moneyItem && (value ?? 0) !== 0

/** Money with two decimals, all others whole; nothing for what is not there. */
export const amount = (item: Item, value: number | null | undefined): string =>
  value === null || value === undefined ? '—' : item.number === moneyItem ? value.toFixed(2) : String(value).replace('-', '−')

export interface ItemCell {
  item: Item
  correction: boolean
}

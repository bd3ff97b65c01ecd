import type { Schemas } from '@/api/types'
import type { ChartTable } from '../overview/chartData'

/** The list of the reference that has the words of each division. */
export const vocabulary = { Type: 'DisputeType', Source: 'Source', Tier: 'Tier', Outcome: 'DisputeOutcome' } as const
export type ShareKey = keyof typeof vocabulary

/** The parts by size; the percentages are the server's, half up to one decimal. */
export const sharesTable = (page: Schemas['SharesPage'], word: (value: string) => string, names: { count: string; percent: string }): ChartTable => ({
  categories: page.items.map(one => word(one.key)),
  series: [{ name: names.count, values: page.items.map(one => one.count) }, { name: names.percent, values: page.items.map(one => one.percent) }],
  drawn: 1,
})

/** The figures of an area as `GET /api/overview` gives them. */
export interface Share {
  numerator: number
  denominator: number
  percent: number | null
}

export interface Settled {
  inVillage: Share
  inTown: Share
  inDistrict: Share
}

export interface OpenFigure {
  count: number
  late: number
}

export interface Overview {
  areaCode: string
  areaName: string
  asOf: string
  open: {
    total: number
    late: number
    byTier: (OpenFigure & { tier: string })[]
    byType: (OpenFigure & { type: string })[]
    byLevel: (OpenFigure & { riskLevel: string })[]
  }
  late: Share
  ratios: { month: Settled; year: Settled }
  trend: { month: string; registered: number; concluded: number; succeeded: number; open?: number }[]
}

/** What a chart draws and the table behind it lists: the same rows. */
export interface Series {
  name: string
  values: (number | null)[]
}

export interface ChartTable {
  categories: string[]
  series: Series[]
  unit?: '%'
  /** Only so many of the series are drawn: the others have another unit. */
  drawn?: number
}

type Words = (name: string, value: string) => string

export const byTier = (overview: Overview, label: Words, names: { count: string; late: string }): ChartTable => ({
  categories: overview.open.byTier.map(one => label('Tier', one.tier)),
  series: [{ name: names.count, values: overview.open.byTier.map(one => one.count) }, { name: names.late, values: overview.open.byTier.map(one => one.late) }],
})

export const byLevel = (overview: Overview, label: Words, names: { count: string; late: string }): ChartTable => ({
  categories: overview.open.byLevel.map(one => label('RiskLevel', one.riskLevel)),
  series: [{ name: names.count, values: overview.open.byLevel.map(one => one.count) }, { name: names.late, values: overview.open.byLevel.map(one => one.late) }],
})

/** Types with something open, most first: of eighteen most are empty in a town. */
export function byType(overview: Overview, label: Words, names: { count: string; late: string }): ChartTable {
  const some = overview.open.byType.filter(one => one.count > 0).sort((a, b) => b.count - a.count)
  return {
    categories: some.map(one => label('DisputeType', one.type)),
    series: [{ name: names.count, values: some.map(one => one.count) }, { name: names.late, values: some.map(one => one.late) }],
  }
}

export const ratioOrder = ['inVillage', 'inTown', 'inDistrict'] as const

export const ratios = (overview: Overview, names: { month: string; year: string; of: (key: string) => string }): ChartTable => ({
  categories: ratioOrder.map(names.of),
  series: [
    { name: names.month, values: ratioOrder.map(key => overview.ratios.month[key].percent) },
    { name: names.year, values: ratioOrder.map(key => overview.ratios.year[key].percent) },
  ],
  unit: '%',
})

export const trend = (overview: Overview, names: { registered: string; concluded: string; succeeded: string; open: string }): ChartTable => ({
  categories: overview.trend.map(one => one.month),
  series: [
    { name: names.registered, values: overview.trend.map(one => one.registered) },
    { name: names.concluded, values: overview.trend.map(one => one.concluded) },
    { name: names.succeeded, values: overview.trend.map(one => one.succeeded) },
    ...(overview.trend.some(one => one.open !== undefined && one.open !== null) ? [{ name: names.open, values: overview.trend.map(one => one.open ?? null) }] : []),
  ],
})

/** A share in words: nothing of nothing has no percentage. */
export const percentText = (share: Share, nothing: string): string => (share.percent === null ? nothing : `${share.percent.toFixed(2)}%`)

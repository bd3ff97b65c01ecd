import type { Schemas } from '@/api/types'

export type UnitScore = Schemas['UnitScore']
export type Line = Schemas['ScoredItem']
export type Evidence = Schemas['ScoreEvidence']

/** Points as they are printed: no more decimals than they have. */
export const points = (value: number | null | undefined): string => (value === null || value === undefined ? '—' : String(Math.round(value * 100) / 100))

/** Points with their sign, where they are taken off or put on. */
export const signedPoints = (value: number): string => `${value > 0 ? '+' : value < 0 ? '−' : ''}${points(Math.abs(value))}`

/** Both numbers of an indicator, or how often an event happened. */
export const counted = (line: Line): string => (line.indicator ? `${line.numerator ?? 0} / ${line.denominator ?? 0}` : String(line.count ?? 0))

/** Lines that lost or won something come first, as they are what people ask about. */
export const telling = (lines: readonly Line[]): Line[] => lines.filter(line => line.deducted > 0 || line.bonus > 0)

/** What stands beside a score as an item is named: the district's words in the language of the screen. */
export const worded = (one: { zh: string; en: string }, zh: boolean): string => (zh ? one.zh : one.en)

/** The kinds of unit, with the wider one first. */
export const unitKinds = ['Town', 'Village'] as const

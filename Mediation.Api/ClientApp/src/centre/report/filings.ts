import type { Schemas } from '@/api/types'

export type Filing = Schemas['FilingPage']
export type Act = Schemas['FilingAct']
export type State = Schemas['FilingState']
export type Row = Filing['report']['rows'][number]
export type Return = Schemas['ReturnPage']

/** What both reports show of their way. */
export type Filed = Pick<Filing, 'summary' | 'missing' | 'below' | 'steps' | 'can'> & { report: { checks: readonly Schemas['ReportCheck'][] } }
export type Form = 'screening' | 'justice'

/** Where each of the two reports is asked for, and where its pages are. */
export const homes: Record<Form, { api: string; at: string }> = {
  screening: { api: '/api/monthly-reports', at: '/centre/reports/filings' }, justice: { api: '/api/justice-returns', at: '/centre/reports/returns' },
}

/** Submitted or further: the unit's part is done. */
export const isIn = (state: State | null | undefined): boolean => state === 'Submitted' || state === 'Merged' || state === 'Sealed'

/** The acts in the order in which a report takes them. */
const order: readonly Act[] = ['Draft', 'Merge', 'Check', 'Submit', 'Seal', 'Return']
export const actsOf = (filing: Filed): Act[] => order.filter(act => filing.can.includes(act))

/** Whether a unit of the list fits what is looked for: all, those that are not in, those that have not opened, or those in a state. */
export function fits(state: State | null | undefined, wanted: string): boolean {
  if (wanted === '') return true
  if (wanted === 'notIn') return !isIn(state)
  return wanted === 'notOpened' ? !state : state === wanted
}

/** Nothing was found or mediated and nothing arrived late: such a report is signed as a nil return. The server knows for certain. */
export const looksNil = (filing: Filing): boolean => filing.report.rows.filter(row => !row.denominator && row.number !== 52)
  .every(row => row.values.subtotal === 0 && (row.correction?.subtotal ?? 0) === 0)

/** No case was concluded and none corrected. */
export const looksNilReturn = (filing: Return): boolean => filing.report.items.every(item => item.value === 0 && !item.correction)

/** Rows of the table that say something: what was found, mediated and settled always, a kind of dispute only where there was one. */
export function tellingRows(rows: readonly Row[]): Row[] {
  return rows.filter(row => !row.denominator && ([1, 2, 4].includes(row.number) || row.values.subtotal !== 0 || (row.correction?.subtotal ?? 0) !== 0))
}

/** One measure per line. */
export const measuresOf = (text: string): string[] => text.split('\n').map(line => line.trim()).filter(line => line !== '')

export const mostMeasures = 20
export const longestMeasure = 1000
export const tooMany = (measures: readonly string[]): boolean => measures.length > mostMeasures || measures.some(one => one.length > longestMeasure)

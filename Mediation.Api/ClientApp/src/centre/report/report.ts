import type { Schemas } from '@/api/types'

export type Row = Schemas['ReportRow']

export interface Column {
  id: Schemas['ReportColumn']
  key: keyof Schemas['ReportValues']
}

/** A number that leads to the disputes behind it: of the month, or of what arrived late for months that are sealed. */
export interface Cell {
  row: Row
  column: Column
  correction: boolean
}

/** The row that counts campaigns; they stand in a list of their own. */
export const campaignRow = 52

/** The columns in the order of the official form. */
export const columns: readonly Column[] = [
  { id: 'District', key: 'district' }, { id: 'Town', key: 'town' }, { id: 'Village', key: 'village' }, { id: 'Subtotal', key: 'subtotal' }, { id: 'YearToDate', key: 'yearToDate' },
]

/** A rate is no number of matters: only counts lead to a list. */
export const isCount = (row: Row): boolean => !row.denominator

/** Whether a cell leads to its disputes: a count above nothing. */
export const opens = (row: Row, key: keyof Schemas['ReportValues']): boolean => isCount(row) && row.values[key] > 0

/** Whether a correction leads to what makes it; the year's one is a sum of those that do. */
export const opensBeside = (row: Row, column: Column): boolean => column.id !== 'YearToDate' && row.number !== campaignRow && (row.correction?.[column.key] ?? 0) !== 0

/** A change always shows its sign. */
export const signed = (value: number): string => (value > 0 ? `+${value}` : String(value).replace('-', '−'))

/** Figures as the form prints them: counts whole, rates with two decimals. */
export const figure = (row: Row, key: keyof Schemas['ReportValues']): string => (isCount(row) ? String(row.values[key]) : row.values[key].toFixed(2))

/** The group's name is shown once for all its rows. */
export function groups(rows: readonly Row[]): { group: string; rows: Row[] }[] {
  const made: { group: string; rows: Row[] }[] = []
  for (const row of rows) {
    const last = made.at(-1)
    if (last?.group === row.group) last.rows.push(row)
    else made.push({ group: row.group, rows: [row] })
  }
  return made
}

/** yyyy-MM, so many months on. */
export function monthOn(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const at = new Date(Date.UTC(year, number - 1 + by, 1))
  return at.toISOString().slice(0, 7)
}

/** Until the fifth the month before is what is reported. */
export const reportMonth = (today: string): string => (Number(today.slice(8, 10)) <= 5 ? monthOn(today.slice(0, 7), -1) : today.slice(0, 7))

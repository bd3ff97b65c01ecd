import type { Schemas } from '@/api/types'
import { columns, type Column } from './report'

export type Opening = Schemas['OpeningView']
type OpeningCell = Schemas['OpeningCell']

/** The columns of a unit's paper report: a town's has no numbers of the district, a village's only its own. */
export const columnsOf = (area: string): readonly Column[] => columns.slice(area.endsWith('000000') ? 0 : area.endsWith('000') ? 1 : 2, 3)

export const cellKey = (row: number, column: string): string => `${row} ${column}`

/** 0 or a whole number, as it is typed; an empty cell is 0. */
export const isWhole = (text: string): boolean => /^\d{0,8}$/.test(text.trim())

/** What is signed: the numbers that are not 0; a month in which nothing was counted is one 0. */
export function cellsOf(typed: Readonly<Record<string, string>>, rows: readonly number[], area: string): Required<OpeningCell>[] {
  const within = columnsOf(area)
  const all = rows.flatMap(row => within.map(column => ({ row, column: column.id, value: Number(typed[cellKey(row, column.id)]?.trim() || 0) })))
  const told = all.filter(cell => cell.value > 0)
  return told.length > 0 ? told : all.slice(0, 1)
}

/** The signed cells by row, for the table. */
export function byRow(cells: readonly OpeningCell[]): Map<number, Record<string, number>> {
  const rows = new Map<number, Record<string, number>>()
  for (const { row = 0, column = 'Village', value = 0 } of cells) rows.set(row, { ...rows.get(row), [column]: value })
  return rows
}

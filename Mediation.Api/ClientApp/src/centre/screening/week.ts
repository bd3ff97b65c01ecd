import type { Schemas } from '@/api/types'
import { addDay } from '@/common/dates'

/** The week before or after the one that is shown. */
export const weekBeside = (sheet: Pick<Schemas['WeeklySheet'], 'from'>, weeks: number): string => addDay(sheet.from, 7 * weeks)

import { monthOn } from './report'

export type Length = 'month' | 'quarter' | 'half' | 'year'

export interface PeriodParts {
  length: Length
  year: string
  part: number
}

/** How many there are of it in a year. */
export const times: Record<Length, number> = { month: 12, quarter: 4, half: 2, year: 1 }
const marks: Record<Length, string> = { month: '', quarter: 'Q', half: 'H', year: '' }

/** 2026-11, 2026-Q4, 2026-H2 or 2026, taken apart; null for anything else. */
export function partsOf(period: string): PeriodParts | null {
  const found = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/.exec(period)
  if (!found) return null
  const [, year = '', month, quarter, half] = found
  if (month) return { length: 'month', year, part: Number(month) }
  if (quarter) return { length: 'quarter', year, part: Number(quarter) }
  return half ? { length: 'half', year, part: Number(half) } : { length: 'year', year, part: 1 }
}

export function periodOf({ length, year, part }: PeriodParts): string {
  if (length === 'year') return year
  const within = Math.min(part, times[length])
  return length === 'month' ? `${year}-${String(within).padStart(2, '0')}` : `${year}-${marks[length]}${within}`
}

/** Another length begins with the part that holds the same time. */
export function withLength(parts: PeriodParts, length: Length): PeriodParts {
  const firstMonth = (parts.part - 1) * (12 / times[parts.length])
  return { ...parts, length, part: Math.floor(firstMonth / (12 / times[length])) + 1 }
}

/** The month before is the last one that can be whole. */
export const lastMonth = (today: string): string => monthOn(today.slice(0, 7), -1)

/** This year and those before it, and the one that is looked at. */
export const years = (today: string, shown: string): string[] => {
  const now = Number(today.slice(0, 4))
  return [...new Set([...Array.from({ length: 6 }, (_, i) => String(now - i)), shown])].sort().reverse()
}

/** A change in percent with its sign; a dash where there is nothing to compare with. */
export const changeText = (change: number | null | undefined): string => (change === null || change === undefined ? '—' : `${change > 0 ? '+' : change < 0 ? '−' : ''}${Math.abs(change).toFixed(1)}`)

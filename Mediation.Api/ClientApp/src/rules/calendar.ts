export interface YearOfDays { year: number; off: string[]; work: string[] }
export type TimeUnit = 'Workday' | 'Day' | 'Month' | 'Year'
export interface Deadline { due: string; provisional: boolean }

const dayMs = 86_400_000
const plus = (date: string, days: number): string => new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)

/** The same day number of a later month, or else that month's last day (Civil Code 202). */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}

/** Whole days from one date to another; negative when it lies behind. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs)

/** Working days by the State Council's yearly notices, and time limits counted with them. */
export class WorkCalendar {
  readonly #off: Set<string>
  readonly #work: Set<string>
  readonly #published: Set<number>

  constructor(years: readonly YearOfDays[]) {
    // A notice reaches over its year's edges, so the dates count, not the year they came under.
    this.#off = new Set(years.flatMap(year => year.off))
    this.#work = new Set(years.flatMap(year => year.work))
    this.#published = new Set(years.filter(year => year.off.length > 0).map(year => year.year))
  }

  isWorkday(date: string): boolean {
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
    return !this.#off.has(date) && (this.#work.has(date) || (weekday !== 0 && weekday !== 6))
  }

  /** The first day is not counted; an end on a day of rest moves on unless the parties fixed the date themselves (Civil Code 201-203). */
  due(start: string, amount: number, unit: TimeUnit, roll = true): Deadline {
    const end = unit === 'Workday' ? this.#afterWorkdays(start, amount)
      : unit === 'Day' ? plus(start, amount) : addMonths(start, unit === 'Month' ? amount : 12 * amount)
    let due = end
    while (roll && !this.isWorkday(due)) due = plus(due, 1)
    const first = unit === 'Workday' && amount > 0 ? plus(start, 1) : end
    return { due, provisional: (roll || unit === 'Workday') && !this.#arePublished(first, due) }
  }

  #afterWorkdays(start: string, amount: number): string {
    let day = start
    for (let left = amount; left > 0;) {
      day = plus(day, 1)
      if (this.isWorkday(day)) left--
    }
    return day
  }

  #arePublished(first: string, last: string): boolean {
    for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year++) if (!this.#published.has(year)) return false
    return true
  }
}

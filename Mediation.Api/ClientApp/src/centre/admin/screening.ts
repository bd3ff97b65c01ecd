import type { Schemas } from '@/api/types'

export type Filed = Schemas['ScreeningReturnView']
type Cadence = Schemas['ScreeningCadence']

export interface Period {
  from: string
  to: string
}

const iso = (at: Date): string => at.toISOString().slice(0, 10)
const utc = (year: number, month: number, day: number): Date => new Date(Date.UTC(year, month, day))

/** The period of the usual round that a day lies in. */
export function periodOf(day: string, cadence: Cadence): Period {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  if (cadence === 'Week') {
    const at = utc(year, month - 1, date)
    const monday = (at.getUTCDay() + 6) % 7
    return { from: iso(utc(year, month - 1, date - monday)), to: iso(utc(year, month - 1, date - monday + 6)) }
  }
  if (cadence === 'HalfMonth') return date <= 15 ? { from: iso(utc(year, month - 1, 1)), to: iso(utc(year, month - 1, 15)) } : { from: iso(utc(year, month - 1, 16)), to: iso(utc(year, month, 0)) }
  const first = cadence === 'Quarter' ? Math.floor((month - 1) / 3) * 3 : month - 1
  return { from: iso(utc(year, first, 1)), to: iso(utc(year, first + (cadence === 'Quarter' ? 3 : 1), 0)) }
}

export interface Standing {
  id: string
  name: string
  state: 'missing' | 'due' | 'filed' | 'late'
  filed: Filed | null
}

const rank = { missing: 0, due: 1, late: 2, filed: 3 }

/** Per committee of a village what it filed for the period; who owes a return comes first. */
export function standings(committees: readonly { id: string; name: string }[], filed: readonly Filed[], period: Period, today: string): Standing[] {
  return committees.map(one => {
    const mine = filed.find(of => of.organisation.id === one.id && !of.replacedBy && of.from <= period.to && of.to >= period.from) ?? null
    const filedOn = mine ? new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(mine.filedAt)) : ''
    const state: Standing['state'] = mine ? (filedOn > period.to ? 'late' : 'filed') : today > period.to ? 'missing' : 'due'
    return { id: one.id, name: one.name, state, filed: mine }
  }).sort((a, b) => rank[a.state] - rank[b.state])
}

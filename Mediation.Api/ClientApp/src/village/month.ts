import { http } from '@/api/http'
import type { Schemas } from '@/api/types'
import { isIn, type Act, type Filing } from '@/centre/report/filings'
import { today } from '@/common/dates'
import { device, draft } from '@/offline'
import { mayI, me } from './kit'
import { lastMonth } from './periods'

/** What the office above was last told of this committee's report of a month. */
export interface MonthOwed { month: string; cutOff: string; reportId: string | null; state: Schemas['FilingState'] | null; reminders: string[] }

/** A mediator's own acts, in the order in which a report takes them; the rest is done above. */
const own: readonly Act[] = ['Draft', 'Check', 'Submit']
export const ownActs = (filing: Filing): Act[] => own.filter(act => filing.can.includes(act))

/** How this committee stands with a month, asked of the server. */
export async function askMonth(month: string): Promise<MonthOwed | null> {
  const chase = await http.get<Schemas['ChaseList']>('/api/monthly-reports/chase', { month, under: me.value?.areaCode })
  const mine = chase.items.find(one => one.areaCode === me.value?.areaCode)
  return mine === undefined ? null : {
    month, cutOff: chase.cutOff, reportId: mine.reportId ?? null, state: mine.state ?? null, reminders: mine.reminders.map(one => one.note ?? '').slice(-3),
  }
}

/** The month that is not in yet: asked of the server when there is one, else as it last told; null when nothing is owed. */
export async function owedMonth(): Promise<MonthOwed | null> {
  if (!mayI('ReadReports') || !mayI('Register')) return null
  const kept = await draft<{ told: MonthOwed | null }>('kept/month', () => ({ told: null }))
  if (device.online.value && !device.practising.value) {
    try {
      kept.value.told = await askMonth(lastMonth(today()))
    } catch {
      // Without an answer what the server told before stands.
    }
  }
  const told = kept.value.told
  return told !== null && told.month === lastMonth(today()) && !isIn(told.state) ? told : null
}

import { today } from '@/common/dates'
import { newId } from '@/common/ids'
import { draft, perform } from '@/offline'
import { me } from './kit'

export interface Period { from: string; to: string }

/** The month that a day lies in. */
export function monthOf(day: string): Period {
  const [year, month] = day.split('-').map(Number) as [number, number]
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return { from: `${day.slice(0, 7)}-01`, to: `${day.slice(0, 7)}-${last}` }
}

/** The month whose return is asked now: the one before until the fifth day, else the present one. */
export function periodDue(on: string): Period {
  if (Number(on.slice(8)) > 5) return monthOf(on)
  const before = new Date(Date.parse(`${on.slice(0, 7)}-01T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  return monthOf(before)
}

interface Filed { periods: Record<string, { id: string; found: number; at: string }> }

/** What this person has filed from this tablet; by the first day of the period. */
export const filed = () => draft<Filed>('kept/screening', () => ({ periods: {} }))

export async function fileReturn(period: Period, found: number, resolvedOnSpot: number, note: string, reason?: string): Promise<void> {
  const kept = await filed()
  const before = kept.value.periods[period.from]
  const id = newId()
  const body = {
    from: period.from, to: period.to, found, resolvedOnSpot, signedBy: me.value?.mediatorId ?? undefined, note: note.trim() || undefined,
    ...(before ? { replaces: before.id, reason } : {}),
  }
  await perform('FileScreeningReturn', null, body, { commandId: id })
  kept.value.periods[period.from] = { id, found, at: today() }
}

import { dayOf, today } from '@/common/dates'
import { newId } from '@/common/ids'
import { http } from '@/api/http'
import type { Schemas } from '@/api/types'
import { device, draft, perform, store } from '@/offline'
import { me } from './kit'
import type { Period } from './periods'

export { monthOf, periodDue, type Period } from './periods'

interface Filed { periods: Record<string, { id: string; found: number; at: string }> }

/** What this person has filed from this tablet; by the first day of the period. */
export const filed = () => draft<Filed>('kept/screening', () => ({ periods: {} }))

/** What the committee filed from another tablet is known when there is a network; without one, what was filed from here. */
export async function lookUp(period: Period): Promise<{ id: string; found: number; at: string } | null> {
  const kept = await filed()
  const known = kept.value.periods[period.from] ?? null
  if (!device.online.value || device.practising.value || me.value === null) return known
  try {
    const { items } = await http.get<{ items: Schemas['ScreeningReturnView'][] }>('/api/screening-returns', { under: me.value.areaCode, from: period.from, to: period.to, limit: 20 })
    const there = items.find(one => one.organisation.id === me.value?.organisationId && one.from === period.from)
    // An unsent one of this tablet is newer than what the server knows.
    if (there && !store.outbox.value.some(entry => entry.commandId === known?.id)) kept.value.periods[period.from] = { id: there.id, found: there.found, at: there.filedAt.slice(0, 10) }
  } catch {
    // Without an answer what this tablet knows stands.
  }
  return kept.value.periods[period.from] ?? null
}

/** What this desk registered in a period: a nil return beside it would be untrue. */
export function registeredIn(period: Period): { found: number; onSpot: number } {
  const own = [...store.disputes.value.values()].map(one => one.view).filter(one => one.responsible.id === me.value?.organisationId && !['Merged', 'Voided'].includes(one.status))
  const found = own.filter(one => dayOf(one.receivedAt) >= period.from && dayOf(one.receivedAt) <= period.to)
  return { found: found.length, onSpot: found.filter(one => one.status === 'Closed' && one.closedOn === dayOf(one.receivedAt)).length }
}

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

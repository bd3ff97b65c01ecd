import { dayOf, today } from '@/common/dates'
import { newId } from '@/common/ids'
import { http } from '@/api/http'
import type { Schemas } from '@/api/types'
import { device, draft, perform, store } from '@/offline'
import { me } from './kit'
import { roundKey, stillOwed, type Owed, type Period } from './periods'

export { roundKey, type Owed } from './periods'

interface Filed { periods: Record<string, { id: string; found: number; at: string }> }

/** What this person has filed from this tablet, by round. */
export const filed = () => draft<Filed>('kept/screening', () => ({ periods: {} }))

interface Told { rounds: Owed[]; on: string }

/** The rounds that this committee owes, those due first: asked of the server when there is one, else as it last told them. */
export async function owedRounds(): Promise<Owed[]> {
  const [kept, mine] = await Promise.all([draft<Told>('kept/rounds', () => ({ rounds: [], on: '' })), filed()])
  if (device.online.value && !device.practising.value && me.value !== null) {
    try {
      const { items } = await http.get<{ items: Schemas['RoundView'][] }>('/api/screening-rounds', { under: me.value.areaCode, limit: 100 })
      kept.value.rounds = items.filter(one => one.organisation.id === me.value?.organisationId && (one.state === 'Due' || one.state === 'Missing')).map(one => ({
        from: one.from, to: one.to, dueOn: one.dueOn, campaign: one.campaign ?? null, reminders: one.chases.map(chase => chase.note ?? '').slice(-3),
      }))
      kept.value.on = today()
    } catch {
      // Without an answer what the server told before stands.
    }
  }
  return stillOwed(kept.value.rounds, kept.value.on, Object.keys(mine.value.periods), today())
}

/** What the committee filed from another tablet is known when there is a network; without one, what was filed from here. */
export async function lookUp(period: Owed): Promise<{ id: string; found: number; at: string } | null> {
  const kept = await filed()
  const known = kept.value.periods[roundKey(period)] ?? null
  if (!device.online.value || device.practising.value || me.value === null) return known
  try {
    const { items } = await http.get<{ items: Schemas['ScreeningReturnView'][] }>('/api/screening-returns', { under: me.value.areaCode, from: period.from, to: period.to, limit: 20 })
    const there = items.find(one => one.organisation.id === me.value?.organisationId && one.from === period.from && (one.campaign?.id ?? null) === (period.campaign?.id ?? null))
    // An unsent one of this tablet is newer than what the server knows.
    if (there && !store.outbox.value.some(entry => entry.commandId === known?.id)) kept.value.periods[roundKey(period)] = { id: there.id, found: there.found, at: there.filedAt.slice(0, 10) }
  } catch {
    // Without an answer what this tablet knows stands.
  }
  return kept.value.periods[roundKey(period)] ?? null
}

/** What this desk registered in a period: a nil return beside it would be untrue. */
export function registeredIn(period: Period): { found: number; onSpot: number } {
  const own = [...store.disputes.value.values()].map(one => one.view).filter(one => one.responsible.id === me.value?.organisationId && !['Merged', 'Voided'].includes(one.status))
  const found = own.filter(one => dayOf(one.receivedAt) >= period.from && dayOf(one.receivedAt) <= period.to)
  return { found: found.length, onSpot: found.filter(one => one.status === 'Closed' && one.closedOn === dayOf(one.receivedAt)).length }
}

export async function fileReturn(period: Owed, found: number, resolvedOnSpot: number, note: string, reason?: string): Promise<void> {
  const kept = await filed()
  const before = kept.value.periods[roundKey(period)]
  const id = newId()
  const body = {
    from: period.from, to: period.to, ...(period.campaign ? { campaignId: period.campaign.id } : {}), found, resolvedOnSpot, signedBy: me.value?.mediatorId ?? undefined, note: note.trim() || undefined,
    ...(before ? { replaces: before.id, reason } : {}),
  }
  await perform('FileScreeningReturn', null, body, { commandId: id })
  kept.value.periods[roundKey(period)] = { id, found, at: today() }
}

import type { Schemas } from '@/api/types'
import { addDay } from '@/common/dates'
import { device, store } from '../state'
import type { Dispute, OutboxEntry } from '../types'
import { agreedCase, moved, openCase, person, withCase } from './cases'
import { organisationRef, ownDesk, partyOf } from './register'

type Body<K extends keyof Schemas> = Partial<Schemas[K]>

export function performed(dispute: Dispute, entry: OutboxEntry, on: string): Dispute {
  const body = entry.body as Body<'RecordPerformance'>
  const known = agreedCase(dispute)
  if (known?.agreement == null) return dispute
  const obligations = (known.agreement.obligations ?? []).map(one => {
    if (one.id !== body.obligationId) return one
    const paid = (one.paid ?? 0) + (body.amount ?? 0)
    const done = one.amount == null || paid >= one.amount
    const record = { on: body.performedOn ?? on, amount: body.amount ?? null, evidence: body.evidence ?? null }
    return { ...one, paid, performed: done, performances: [...one.performances, record] }
  })
  const all = obligations.every(one => one.performed)
  return withCase(moved(dispute, all ? 'PerformLast' : 'Perform', all ? 'Performed' : 'Performing', on), {
    ...known, state: all ? 'Performed' : 'PartlyPerformed', agreement: { ...known.agreement, obligations, performed: all },
  })
}

export function followedUp(dispute: Dispute, entry: OutboxEntry, on: string): Dispute {
  const body = entry.body as Body<'RecordFollowUp'>
  const visit: Schemas['FollowUpView'] = {
    on, by: body.by ?? 'Visit', performed: body.performed ?? false, relapse: body.relapse ?? false, satisfaction: body.satisfaction ?? null, record: body.record ?? null,
  }
  return { ...moved(dispute, 'FollowUp', dispute.status, on), followUps: [...dispute.followUps, visit] }
}

/** Sent up or back: it lies on another desk until that one takes it. */
export function handedOver(dispute: Dispute, entry: OutboxEntry, on: string, kind: 'Escalation' | 'Return'): Dispute {
  const body = entry.body as Body<'EscalateDispute'>
  const to = organisationRef(body.toOrganisationId) ?? superior()
  const pending: Schemas['HandoverView'] = {
    id: entry.commandId, kind, from: ownDesk(), to, reason: body.reason ?? null, note: (entry.body.note as string | undefined) ?? null, sentOn: on, state: 'Pending',
    decidedOn: null, refusal: null,
  }
  const open = openCase(dispute)
  const left = open === null || kind === 'Return' ? dispute : withCase(dispute, { ...open, state: 'MovedUp', endedOn: on, endReason: body.reason ?? null })
  return { ...moved(left, kind === 'Return' ? 'Return' : 'Escalate', 'HandoverPending', on), handovers: [...dispute.handovers, pending], holder: to, dueOn: addDay(on, 3) }
}

/** The centre of the own town, to which a village sends up when it names nobody. */
function superior(): Schemas['OrganisationRef'] {
  const own = device.current.value
  const town = own?.areaCode.slice(0, 9)
  const found = store.kit.value?.organisations.find(one => one.kind === 'GovernanceCenter' && one.tier === 'Town' && one.areaCode.startsWith(town ?? '-'))
  return found === undefined ? { ...ownDesk(), id: '', name: '' } : { id: found.id, name: found.name, tier: found.tier }
}

export function decided(dispute: Dispute, entry: OutboxEntry, on: string, yes: boolean): Dispute {
  const pending = [...dispute.handovers].reverse().find(one => one.state === 'Pending')
  if (pending === undefined) return dispute
  const refusal = yes ? null : (entry.body as Body<'RefuseHandover'>).reason ?? null
  const handovers = dispute.handovers.map(one => (one.id === pending.id ? { ...one, state: yes ? 'Accepted' as const : 'Refused' as const, decidedOn: on, refusal } : one))
  const desk = yes ? pending.to : pending.from
  return { ...moved(dispute, yes ? 'AcceptHandover' : 'RefuseHandover', 'Registered', on), handovers, holder: desk, responsible: desk, tier: desk.tier }
}

/** One fact put right: a field of the dispute, or of one of its parties (`parties.{id}.{field}`). */
export function corrected(dispute: Dispute, entry: OutboxEntry): Dispute {
  const { field = '', new: value } = entry.body as { field?: string; new?: unknown }
  const [first, partyId, name] = field.split('.')
  if (first === 'parties' && partyId !== undefined && name !== undefined)
    return { ...dispute, parties: dispute.parties.map(party => (party.id === partyId ? { ...party, [name]: value ?? null } : party)) }
  return field in dispute ? { ...dispute, [field]: value ?? null } : dispute
}

export function partiesChanged(dispute: Dispute, entry: OutboxEntry, on: string): Dispute {
  const body = entry.body as Body<'ChangeParties'>
  const added = body.party == null ? null : partyOf(body.party, entry.commandId)
  const kept = dispute.parties.map(party =>
    (body.action !== 'Add' && party.id === body.partyId ? { ...party, removal: { on, successorId: added?.id ?? null } } : party))
  return { ...dispute, parties: added === null ? kept : [...kept, added] }
}

export function noticed(dispute: Dispute, entry: OutboxEntry, on: string): Dispute {
  const body = entry.body as Body<'GiveNotice'>
  return { ...dispute, parties: dispute.parties.map(party => (party.id === body.partyId ? { ...party, notice: { form: body.form ?? 'Oral', on } } : party)) }
}

export function appointed(dispute: Dispute, entry: OutboxEntry): Dispute {
  const body = entry.body as Body<'AppointMediators'>
  const open = openCase(dispute)
  return open === null ? dispute : withCase(dispute, { ...open, host: person(body.hostId), assistants: (body.assistantIds ?? []).map(id => person(id)!) })
}

export function suspended(dispute: Dispute, entry: OutboxEntry, on: string): Dispute {
  const body = entry.body as Body<'SuspendMediation'>
  const open = openCase(dispute)
  const next = moved(dispute, 'Suspend', 'Suspended', on)
  if (open === null) return next
  const since = { reason: body.reason ?? 'PartyUnavailable' as const, from: body.from ?? on, to: null }
  return withCase(next, { ...open, state: 'Suspended', suspensions: [...(open.suspensions ?? []), since] })
}

export function resumed(dispute: Dispute, entry: OutboxEntry, on: string): Dispute {
  const open = openCase(dispute)
  const next = moved(dispute, 'Resume', 'InMediation', on)
  if (open === null) return next
  const to = (entry.body as Body<'ResumeMediation'>).to ?? on
  return withCase(next, { ...open, state: 'Mediating', suspensions: (open.suspensions ?? []).map(one => (one.to == null ? { ...one, to } : one)) })
}

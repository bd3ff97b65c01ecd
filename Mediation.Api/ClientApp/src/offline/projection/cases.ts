import type { Schemas } from '@/api/types'
import { addDay } from '@/common/dates'
import { after } from '../lifecycle'
import { store } from '../state'
import type { Dispute, OutboxEntry } from '../types'
import { ownDesk } from './register'

type Case = Schemas['CaseView']
type Body<K extends keyof Schemas> = Partial<Schemas[K]>

const openStates: readonly Case['state'][] = ['Accepted', 'Mediating', 'Suspended']

export const openCase = (dispute: Dispute): Case | null => dispute.cases.find(one => openStates.includes(one.state)) ?? null

export const agreedCase = (dispute: Dispute): Case | null => [...dispute.cases].reverse().find(one => one.agreement != null) ?? null

/** The day that the entry speaks of. */
export const dayOfEntry = (entry: OutboxEntry, fallback: string): string => (entry.body.on as string | undefined) ?? fallback

export const person = (id: string | null | undefined): Schemas['PersonRef'] | null => {
  if (id == null) return null
  return { id, name: store.kit.value?.mediators.find(one => one.id === id)?.name ?? '' }
}

export function withCase(dispute: Dispute, changed: Case): Dispute {
  return { ...dispute, cases: dispute.cases.map(one => (one.id === changed.id ? changed : one)) }
}

export const moved = (dispute: Dispute, action: string, usual: Dispute['status'], on: string): Dispute =>
  ({ ...dispute, status: after(dispute.status, action, usual), lastStepOn: on > dispute.lastStepOn ? on : dispute.lastStepOn })

function newCase(entry: OutboxEntry, hostId: string | null | undefined, assistantIds: string[], on: string): Case {
  const desk = ownDesk()
  return {
    id: entry.commandId, organisation: desk, tier: desk.tier, host: person(hostId), successor: null, assistants: assistantIds.map(id => person(id)!),
    number: null, state: 'Accepted', acceptedOn: on, endedOn: null, endReason: null, channels: [], sessionCount: 0, onTheSpot: false, sessions: [], suspensions: [],
    agreement: null, chosenBy: [], declarations: [], challenges: [], investigations: [],
  } as Case
}

export function accepted(dispute: Dispute, entry: OutboxEntry, on: string): Dispute {
  const body = entry.body as Body<'AcceptDispute'>
  const opened = newCase(entry, body.hostId, body.assistantIds ?? [], on)
  const parties = dispute.parties.map(party => {
    const notice = body.notices?.find(one => one.partyId === party.id)
    return notice === undefined ? party : { ...party, notice: { form: notice.form, on: notice.on ?? on } }
  })
  return { ...moved(dispute, 'Accept', 'InMediation', on), parties, cases: [...dispute.cases, opened], holder: dispute.responsible, dueOn: addDay(on, 30) }
}

export function session(dispute: Dispute, entry: OutboxEntry, on: string): Dispute {
  const body = entry.body as Body<'HoldSession'>
  const open = openCase(dispute)
  if (open === null) return dispute
  const held: Schemas['MediationSession'] = {
    on, place: body.place ?? null, attendeeIds: body.attendeeIds ?? [], invitees: body.invitees ?? [], inviteesAcceptedBy: body.inviteesAcceptedBy ?? [],
    open: body.open ?? false, openAcceptedBy: body.openAcceptedBy ?? [], record: body.record ?? null, result: body.result ?? 'Continue',
  }
  return withCase(moved(dispute, 'HoldSession', 'InMediation', on),
    { ...open, state: 'Mediating', sessionCount: open.sessionCount + 1, sessions: [...(open.sessions ?? []), held] })
}

export function obligationOf(body: Schemas['ObligationBody'], entry: OutboxEntry, i: number): Schemas['ObligationView'] {
  return {
    id: body.id ?? `${entry.commandId}-${i}`, debtorId: body.debtorId, creditorId: body.creditorId, act: body.act ?? null, amount: body.amount ?? null,
    dueOn: body.dueOn ?? null, continuing: body.continuing ?? false, performed: false, performances: [], method: body.method ?? null,
    instalments: body.instalments ?? [], shares: body.shares ?? [], breaches: [], paid: 0, nextDueOn: body.dueOn ?? null, nextAmount: body.amount ?? null, breached: false,
  }
}

export function agreed(dispute: Dispute, entry: OutboxEntry, on: string): Dispute {
  const body = entry.body as Body<'ReachAgreement'>
  const known = openCase(dispute) ?? agreedCase(dispute)
  if (known === null) return dispute
  const obligations = (body.obligations ?? []).map((one, i) => obligationOf(one, entry, i))
  const agreement: Schemas['AgreementView'] = {
    ...(known.agreement ?? { number: null }),
    form: body.form ?? 'Oral', reachedOn: known.agreement?.reachedOn ?? on, effectiveOn: body.form === 'Oral' ? on : null, performed: false,
    terms: body.terms ?? null, obligations, signatures: (body.signatures ?? []).map(one => ({ ...one, on: one.on ?? on, byGuardian: one.byGuardian ?? false })),
    mediatorSignedOn: body.mediatorSignedOn ?? null, sealedOn: body.sealedOn ?? null, formSerial: body.formSerial ?? null,
  }
  const complete = dispute.status === 'Agreed' || dispute.status === 'Performing'
  return withCase(moved(dispute, complete ? 'CompleteAgreement' : 'Agree', complete ? dispute.status : 'Agreed', on),
    { ...known, state: agreement.form === 'Oral' ? 'AgreedOral' : 'AgreedWritten', endedOn: known.endedOn ?? on, agreement })
}

/** Notice, session, oral agreement, performance and closure in one: the record that a settlement on the spot leaves. */
export function settled(dispute: Dispute, entry: OutboxEntry, settlement: Body<'SettlementBody'>, on: string): Dispute {
  const open = openCase(dispute) ?? newCase(entry, dispute.performedBy, [], on)
  const continuing = settlement.performance === 'Continuing'
  const obligations = (settlement.obligations ?? []).map((one, i) => ({
    ...obligationOf(one, entry, i), continuing: continuing || one.continuing === true, performed: !continuing,
    performances: [{ on, amount: one.amount ?? null, evidence: null }], paid: one.amount ?? 0,
  }))
  const agreement: Schemas['AgreementView'] = {
    form: 'Oral', reachedOn: on, effectiveOn: on, performed: true, number: null, terms: settlement.terms ?? null, obligations, signatures: [],
    formSerial: settlement.formSerial ?? null,
  }
  const attendeeIds = dispute.parties.map(party => party.id)
  const closed: Case = {
    ...open, state: 'Performed', endedOn: on, agreement, sessionCount: open.sessionCount + 1, onTheSpot: true,
    sessions: [...(open.sessions ?? []), { on, attendeeIds, result: 'Agreed' }],
  }
  const cases = openCase(dispute) === null ? [...dispute.cases, closed] : dispute.cases.map(one => (one.id === closed.id ? closed : one))
  return { ...moved(dispute, 'SettleOnTheSpot', 'Closed', on), cases, closedOn: on }
}

/** The open case ends without an agreement. */
export function ended(dispute: Dispute, entry: OutboxEntry, on: string, action: string, state: Case['state']): Dispute {
  const open = openCase(dispute)
  const next = moved(dispute, action, 'Unresolved', on)
  if (open === null) return next
  const channels = (entry.body.channels as Case['channels'] | undefined) ?? []
  return withCase(next, { ...open, state, endedOn: on, endReason: (entry.body.reason as string | undefined) ?? null, channels })
}

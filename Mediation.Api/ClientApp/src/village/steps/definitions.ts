import type { Dispute, OperationId } from '@/api/types'
import { today } from '@/common/dates'
import { mustBeWritten, properChannels, type Permission } from '@/rules'
import { agreedCase, isMine, me, mediators, openCase, phrases, phrasesFor, present, words } from '../kit'
import type { Field, Values } from './fields'
import { needsOf, type Need } from './needs'

/** A step that a person can take with a matter: when it is offered, what it asks, and the command it becomes. */
export interface StepDefinition {
  name: string
  kind: OperationId
  /** A move of the lifecycle, by which the button shows or not. */
  action: string
  permission: Permission
  fields: Field[]
  offered?: (dispute: Dispute) => boolean
  initial?: (dispute: Dispute) => Values
  body?: (body: Values, dispute: Dispute, values: Values) => Values
  needs?: (dispute: Dispute, values: Values) => Need[]
  /** Asks once more before it is sent. */
  grave?: boolean
  /** Not limited to the desk that answers for the matter. */
  anyDesk?: boolean
}

const organ = (dispute: Dispute): boolean => dispute.routing.target === 'Organ' && !dispute.routing.override
const owed = (dispute: Dispute) => (agreedCase(dispute)?.agreement?.obligations ?? []).filter(one => !one.performed)
const channels: Field = { name: 'channels', kind: 'choices', list: 'FollowOnChannel', options: (d, v) => [...properChannels(organ(d), v.reason as string | null)], required: true }
const on: Field = { name: 'on', kind: 'date', later: true }
const note: Field = { name: 'note', kind: 'long', later: true }
const incoming = (dispute: Dispute) => dispute.handovers.find(one => one.state === 'Pending' && one.to.id === me.value?.organisationId)
const named = (dispute: Dispute) => present(dispute).filter(one => one.name)
const stated = (dispute: Dispute): boolean => present(dispute).some(one => one.side === 'Applicant')

const withHandover = (body: Values, dispute: Dispute): Values => ({ ...body, handoverId: incoming(dispute)?.id })

export const definitions: StepDefinition[] = [
  { name: 'accept-handover', kind: 'AcceptHandover', action: 'AcceptHandover', permission: 'DecideHandover', anyDesk: true, offered: d => !!incoming(d), fields: [note], body: withHandover },
  { name: 'refuse-handover', kind: 'RefuseHandover', action: 'RefuseHandover', permission: 'DecideHandover', anyDesk: true, offered: d => !!incoming(d), fields: [{ name: 'reason', kind: 'choice', list: 'HandoverRefusal', required: true }, note], body: withHandover },
  {
    name: 'accept', kind: 'AcceptDispute', action: 'Accept', permission: 'Mediate', offered: d => !organ(d), needs: d => needsOf(d, 'sides', 'wards'),
    fields: [{ name: 'notices', kind: 'notices' }, { name: 'hostId', kind: 'mediator', required: true, later: true }, on],
    initial: d => ({ hostId: mediators.value.find(one => one.id === me.value?.mediatorId)?.id ?? mediators.value[0]?.id ?? null, notices: Object.fromEntries(present(d).map(p => [p.id, 'TakingPart'])) }),
    body: (body, d, values) => ({ ...body, notices: noticesOf(values, d) }),
  },
  {
    name: 'spot', kind: 'SettleOnTheSpot', action: 'SettleOnTheSpot', permission: 'Mediate', offered: d => !organ(d) && mustBeWritten(d.type, d.subtype, false) === null, needs: d => needsOf(d, 'sides', 'wards'),
    fields: [{ name: 'phrases', kind: 'phrases', phrases: d => phrasesFor(d.type) }, { name: 'terms', kind: 'long' }, { name: 'performance', kind: 'choice', list: 'SpotPerformance', required: true }, { name: 'formSerial', kind: 'text', later: true }, on],
    body: (body, _d, values) => ({ ...body, terms: together(values) }),
  },
  {
    name: 'session', kind: 'HoldSession', action: 'HoldSession', permission: 'Mediate', needs: (d, v) => needsOf(d, 'told', 'wards').filter(n => n.need !== 'told' || (v.attendeeIds as string[] ?? []).includes(n.partyId)),
    fields: [
      { name: 'attendeeIds', kind: 'parties', parties: named, required: true }, { name: 'result', kind: 'choice', list: 'SessionResult', required: true },
      { name: 'phrases', kind: 'phrases', phrases: () => phrases('noAgreement'), when: v => v.result === 'NotAgreed' || v.result === 'Continue' },
      { name: 'record', kind: 'long' }, { name: 'place', kind: 'text' }, on,
    ],
    initial: d => ({ attendeeIds: named(d).map(p => p.id), place: d.place ?? '' }),
    body: (body, _d, values) => ({ ...body, record: together(values, 'record') || undefined }),
  },
  {
    name: 'agreement', kind: 'ReachAgreement', action: 'Agree', permission: 'Mediate', offered: d => !!openCase(d), needs: d => needsOf(d, 'told', 'wards'),
    fields: [
      { name: 'form', kind: 'choice', list: 'AgreementForm', required: true, options: d => (mustBeWritten(d.type, d.subtype, false) ? ['Written'] : ['Oral', 'Written']) },
      { name: 'phrases', kind: 'phrases', phrases: d => phrasesFor(d.type) }, { name: 'terms', kind: 'long' }, { name: 'obligations', kind: 'obligations' },
      { name: 'signatures', kind: 'signatures', when: v => v.form === 'Written' },
      { name: 'mediatorSignedOn', kind: 'date', when: v => v.form === 'Written' }, { name: 'sealedOn', kind: 'date', when: v => v.form === 'Written' },
      { name: 'confirmationTold', kind: 'yesno', later: true }, { name: 'waivesClaims', kind: 'yesno', later: true }, { name: 'formSerial', kind: 'text', later: true }, on,
    ],
    initial: d => ({ form: mustBeWritten(d.type, d.subtype, false) ? 'Written' : null, obligations: [], signatures: {}, confirmationTold: true }),
    body: (body, d, values) => ({ ...body, terms: together(values), signatures: signaturesOf(values, d), writingAsked: values.form === 'Written' && mustBeWritten(d.type, d.subtype, false) === null ? true : undefined }),
  },
  {
    name: 'complete', kind: 'ReachAgreement', action: 'CompleteAgreement', permission: 'Mediate', offered: d => !!agreedCase(d)?.agreement && !agreedCase(d)!.agreement!.effectiveOn,
    fields: [{ name: 'signatures', kind: 'signatures' }, { name: 'mediatorSignedOn', kind: 'date' }, { name: 'sealedOn', kind: 'date' }, { name: 'formSerial', kind: 'text', later: true }],
    initial: () => ({ signatures: {} }),
    body: (body, d, values) => ({ ...body, form: agreedCase(d)!.agreement!.form, terms: agreedCase(d)!.agreement!.terms, signatures: signaturesOf(values, d) }),
  },
  {
    name: 'performance', kind: 'RecordPerformance', action: 'Perform', permission: 'Mediate', offered: d => owed(d).length > 0 || (agreedCase(d)?.agreement?.obligations ?? []).some(one => one.continuing),
    fields: [{ name: 'obligationId', kind: 'obligation', required: true }, { name: 'amount', kind: 'amount' }, { name: 'phrases', kind: 'phrases', phrases: () => phrases('performance') }, { name: 'evidence', kind: 'long' }, { name: 'performedOn', kind: 'date' }],
    initial: d => ({ obligationId: owed(d)[0]?.id ?? null, amount: owed(d)[0]?.nextAmount ?? owed(d)[0]?.amount ?? null, performedOn: today() }),
    body: (body, _d, values) => ({ ...body, evidence: together(values, 'evidence') || undefined }),
  },
  {
    name: 'follow-up', kind: 'RecordFollowUp', action: 'FollowUp', permission: 'Mediate', offered: d => !!agreedCase(d),
    fields: [
      { name: 'by', kind: 'choice', list: 'FollowUpForm', required: true }, { name: 'performed', kind: 'yesno', required: true }, { name: 'relapse', kind: 'yesno' },
      { name: 'phrases', kind: 'phrases', phrases: () => phrases('followUp') }, { name: 'record', kind: 'long' }, { name: 'satisfaction', kind: 'choice', options: () => ['5', '4', '3', '2', '1'], later: true }, on,
    ],
    initial: () => ({ performed: true, relapse: false }),
    body: (body, _d, values) => ({ ...body, record: together(values, 'record') || undefined, satisfaction: values.satisfaction ? Number(values.satisfaction) : undefined }),
  },
  { name: 'close', kind: 'CloseDispute', action: 'Close', permission: 'Mediate', offered: d => d.status === 'Performed' || d.status === 'Unresolved' || d.status === 'ReferredOut' || !!agreedCase(d)?.agreement?.performed, fields: [note] },
  {
    name: 'escalate', kind: 'EscalateDispute', action: 'Escalate', permission: 'EscalateRed',
    fields: [{ name: 'reason', kind: 'choice', list: 'EscalationReason', required: true }, { name: 'note', kind: 'long' }, on],
    initial: d => ({ reason: d.riskLevel === 'Red' ? 'RedLevel' : null }),
  },
  { name: 'investigation', kind: 'RecordInvestigation', action: 'Investigate', permission: 'Mediate', fields: [{ name: 'interviewee', kind: 'text' }, { name: 'record', kind: 'long', required: true }, { name: 'place', kind: 'text', later: true }, { name: 'investigatedOn', kind: 'date', later: true }] },
  { name: 'notice', kind: 'GiveNotice', action: 'GiveNotice', permission: 'Mediate', fields: [{ name: 'partyId', kind: 'party', required: true }, { name: 'form', kind: 'choice', list: 'NoticeForm', required: true }, on] },
  { name: 'stance', kind: 'DeclareStance', action: 'DeclareStance', permission: 'Mediate', fields: [{ name: 'partyId', kind: 'party', required: true }, { name: 'stance', kind: 'choice', list: 'Stance', required: true }, { name: 'form', kind: 'choice', list: 'NoticeForm', required: true }, { ...channels, required: false, when: v => v.stance === 'Refuses' }] },
  { name: 'risk-report', kind: 'ReportRisk', action: 'ReportRisk', permission: 'Mediate', anyDesk: true, offered: d => d.risks.length > 0, fields: [{ name: 'risk', kind: 'choice', list: 'Risk', options: d => [...d.risks], required: true }, { name: 'organ', kind: 'text', required: true }, { name: 'receiver', kind: 'text', required: true }], initial: d => ({ risk: d.risks[0] ?? null }), body: body => ({ ...body, reportedAt: new Date().toISOString() }) },
  { name: 'fail', kind: 'FailMediation', action: 'Fail', permission: 'Mediate', grave: true, fields: [channels, note, on], initial: () => ({ channels: ['Suit'] }) },
  { name: 'terminate', kind: 'TerminateMediation', action: 'Terminate', permission: 'Mediate', grave: true, fields: [{ name: 'reason', kind: 'choice', list: 'TerminationReason', options: d => words('TerminationReason').filter(one => one !== 'TimeLimitExpired' || d.type === 'Medical'), required: true }, { ...channels, options: d => [...properChannels(organ(d))] }, { name: 'note', kind: 'long' }, on], initial: () => ({ channels: ['Suit'] }) },
  { name: 'withdraw', kind: 'WithdrawApplication', action: 'Withdraw', permission: 'Mediate', grave: true, offered: stated, fields: [{ name: 'partyId', kind: 'party', parties: d => present(d).filter(p => p.side === 'Applicant'), required: true }, note, on], initial: d => ({ partyId: present(d).find(p => p.side === 'Applicant')?.id ?? null }) },
  { name: 'suspend', kind: 'SuspendMediation', action: 'Suspend', permission: 'Mediate', fields: [{ name: 'reason', kind: 'choice', list: 'SuspensionReason', required: true }, { name: 'from', kind: 'date', required: true }, note], initial: () => ({ from: today() }) },
  { name: 'resume', kind: 'ResumeMediation', action: 'Resume', permission: 'Mediate', fields: [{ name: 'to', kind: 'date', required: true }, note], initial: () => ({ to: today() }) },
  { name: 'reject', kind: 'RejectDispute', action: 'Reject', permission: 'Mediate', grave: true, fields: [{ name: 'reason', kind: 'choice', list: 'RejectionReason', required: true }, channels, note, on] },
  { name: 'refer', kind: 'ReferOut', action: 'ReferOut', permission: 'Mediate', grave: true, fields: [{ name: 'organ', kind: 'text', required: true }, { name: 'receipt', kind: 'text' }, note, on] },
  { name: 'breach', kind: 'RecordBreach', action: 'RecordBreach', permission: 'Mediate', offered: d => (agreedCase(d)?.agreement?.obligations ?? []).some(one => one.continuing), fields: [{ name: 'obligationId', kind: 'obligation', required: true }, { name: 'record', kind: 'long', required: true }, { name: 'breachedOn', kind: 'date' }], initial: () => ({ breachedOn: today() }) },
  { name: 'guardian', kind: 'NameGuardian', action: 'NameGuardian', permission: 'Mediate', offered: d => present(d).some(p => p.capacity !== 'Adult'), fields: [{ name: 'partyId', kind: 'party', parties: d => present(d).filter(p => p.capacity !== 'Adult'), required: true }, { name: 'name', kind: 'text', required: true }, { name: 'relation', kind: 'choice', list: 'GuardianRelation', required: true }, { name: 'opposedInterest', kind: 'yesno' }], initial: () => ({ opposedInterest: false }) },
  { name: 'add-party', kind: 'ChangeParties', action: 'ChangeParties', permission: 'Correct', fields: [{ name: 'side', kind: 'choice', list: 'PartySide', required: true }, { name: 'name', kind: 'text', required: true }, { name: 'phone', kind: 'text' }, { name: 'reason', kind: 'text', required: true }], body: body => ({ action: 'Add', reason: body.reason, party: { side: body.side, kind: 'Person', name: body.name, phone: body.phone, identityBasis: 'KnownToMediator' } }) },
  { name: 'reopen', kind: 'ReopenDispute', action: 'Reopen', permission: 'Mediate', grave: true, fields: [{ name: 'reason', kind: 'long', required: true }] },
  { name: 'correct', kind: 'CorrectDispute', action: 'Correct', permission: 'Correct', fields: [{ name: 'field', kind: 'fact', required: true }, { name: 'new', kind: 'newValue', when: v => !!v.field }, { name: 'reason', kind: 'text', required: true }], body: (body, d, values) => correction(body, d, values) },
  { name: 'reverse', kind: 'ReverseStep', action: 'Correct', permission: 'Correct', grave: true, fields: [{ name: 'reason', kind: 'long', required: true }] },
  { name: 'void', kind: 'VoidDispute', action: 'Void', permission: 'Direct', grave: true, fields: [{ name: 'reason', kind: 'long', required: true }] },
]

/** What was picked and what was typed, one after the other. */
function together(values: Values, typed = 'terms'): string {
  return [...((values.phrases as string[] | undefined) ?? []), String(values[typed] ?? '').trim()].filter(Boolean).join('\n')
}
function noticesOf(values: Values, dispute: Dispute): object[] {
  const forms = (values.notices ?? {}) as Record<string, string>
  // A party that was named just now was told with the others; an empty answer means not yet.
  const formOf = (id: string): string => forms[id] ?? 'TakingPart'
  return present(dispute).filter(party => formOf(party.id) && !party.notice && party.name).map(party => ({ partyId: party.id, form: formOf(party.id) }))
}
function signaturesOf(values: Values, dispute: Dispute): object[] | undefined {
  const marks = (values.signatures ?? {}) as Record<string, { kind: string; on: string } | null>
  const all = present(dispute).filter(party => marks[party.id]?.kind).map(party => ({ partyId: party.id, ...marks[party.id]!, ...(party.guardian ? { byGuardian: true } : {}) }))
  return all.length > 0 ? all : undefined
}
function correction(body: Values, dispute: Dispute, values: Values): Values {
  return { field: body.field, old: factOf(dispute, String(values.field)), new: values.new ?? null, reason: body.reason }
}
/** What stands in a field that can be corrected: a fact of the matter, or `parties.{id}.{fact}`. */
export function factOf(dispute: Dispute, field: string): unknown {
  const [first, id, fact] = field.split('.')
  if (first === 'parties') return (dispute.parties.find(party => party.id === id) as Values | undefined)?.[fact!] ?? null
  return (dispute as unknown as Values)[first!] ?? null
}

export const definitionOf = (name: string): StepDefinition | null => definitions.find(one => one.name === name) ?? null
export const atThisDesk = (step: StepDefinition, dispute: Dispute): boolean => step.anyDesk === true || isMine(dispute) || openCase(dispute)?.organisation.id === me.value?.organisationId

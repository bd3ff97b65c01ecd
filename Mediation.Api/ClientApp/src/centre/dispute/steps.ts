import type { Dispute, DisputeStatus, OperationId } from '@/api/types'
import type { Permission } from '@/rules/permissions'
import { alive, supervisionSteps } from './supervisionSteps'

export type Values = Record<string, unknown>

/** Where the choices of a field come from when no enumeration of the reference has them. */
export type Choices = 'parties' | 'mediators' | 'caseMediators' | 'challenges' | 'organisations' | 'obligations' | 'clocks' | 'texts' | 'higherLevels' | 'lowerLevels' | 'plans'
  | 'ledgers' | 'cardKinds' | 'matterClocks' | 'grants' | 'proofs'

export interface StepField {
  name: string
  kind: 'text' | 'long' | 'date' | 'datetime' | 'number' | 'pick' | 'picks' | 'tick' | 'obligations' | 'notices' | 'signatures'
  enum?: string
  /** Values of the enumeration that are no answer here. */
  except?: readonly string[]
  from?: Choices
  required?: boolean
  initial?: unknown
  hint?: boolean
  /** The day of an answer: some working days ahead, as the local rule says. */
  answered?: boolean
  /** The word for it, where the same name means something else in another step. */
  label?: string
  when?: (values: Values) => boolean
  fits?: (dispute: Dispute) => boolean
}

export type Group = 'handover' | 'mediation' | 'outcome' | 'move' | 'right'

export interface StepForm {
  id: OperationId
  group: Group
  /** One of these suffices. */
  permission: Permission | readonly Permission[]
  /** Whose desk it has to lie on; `seen` is anybody who sees the matter (and has the permission). */
  on: 'ours' | 'receiver' | 'seen'
  statuses: readonly DisputeStatus[]
  method?: 'PUT'
  path: (dispute: Dispute) => string
  fields: readonly StepField[]
  danger?: boolean
  /** Begun on its own card, not on the bar. */
  card?: boolean
  /** What it is about, where that is not the whole matter. */
  about?: string
  /** What the matter says already. */
  seed?: (dispute: Dispute) => Values
  /** Where the body is not the answers one by one. */
  shape?: (answers: Values) => Values
  fits?: (dispute: Dispute) => boolean
}

const at = (tail: string) => (dispute: Dispute): string => `/api/disputes/${dispute.id}/${tail}`
export const pendingHandover = (dispute: Dispute) => dispute.handovers.find(one => one.state === 'Pending')
const handover = (tail: string) => (dispute: Dispute): string => `/api/handovers/${pendingHandover(dispute)?.id ?? ''}/${tail}`

const on: StepField = { name: 'on', kind: 'date', hint: true }
const note: StepField = { name: 'note', kind: 'long' }
const channels: StepField = { name: 'channels', kind: 'picks', enum: 'FollowOnChannel', required: true }
const unclosed = alive.filter(status => status !== 'Closed')
const open: DisputeStatus[] = ['Registered', 'InMediation', 'Suspended', 'Unresolved']

export const openChallenges = (dispute: Dispute) => dispute.cases.flatMap(one => one.challenges ?? []).filter(challenge => challenge.isOpen)
const joins = (values: Values): boolean => values.action === 'Add' || values.action === 'Replace'

/** Who joins is told as a party of its own. */
function partyChange({ side, partyKind, name, phone, ...rest }: Values): Values {
  return name === undefined ? rest : { ...rest, party: { side, kind: partyKind, name, ...(phone ? { phone } : {}), identityBasis: 'KnownToMediator' } }
}

const written = (values: Values): boolean => values.form === 'Written'

/** A written agreement takes effect with its last signature: until then the form begins with what was agreed. */
function reached(dispute: Dispute): Values {
  const agreement = dispute.cases.find(one => one.agreement && !one.agreement.effectiveOn)?.agreement
  return agreement ? { form: agreement.form, terms: agreement.terms ?? '', reached: true } : {}
}

/** Every step that a centre takes with a small form; the lifecycle says when, the server decides. */
export const stepForms: readonly StepForm[] = [
  { id: 'AcceptHandover', group: 'handover', permission: 'DecideHandover', on: 'receiver', statuses: ['HandoverPending'], path: handover('acceptance'), fields: [on, note] },
  { id: 'RefuseHandover', group: 'handover', permission: 'DecideHandover', on: 'receiver', statuses: ['HandoverPending'], path: handover('refusal'), fields: [{ name: 'reason', kind: 'pick', enum: 'HandoverRefusal', required: true }, note, on] },
  { id: 'AcceptDispute', group: 'mediation', permission: 'Accept', on: 'ours', statuses: ['Registered', 'Unresolved'], path: at('acceptance'), fields: [{ name: 'hostId', kind: 'pick', from: 'mediators', required: true }, { name: 'assistantIds', kind: 'picks', from: 'mediators' }, { name: 'notices', kind: 'notices' }, on] },
  { id: 'AppointMediators', group: 'mediation', permission: 'Accept', on: 'ours', statuses: ['InMediation', 'Suspended'], method: 'PUT', path: at('mediators'), fields: [{ name: 'hostId', kind: 'pick', from: 'mediators', required: true }, { name: 'assistantIds', kind: 'picks', from: 'mediators' }, { name: 'chosenBy', kind: 'picks', from: 'parties' }, on] },
  { id: 'RejectDispute', group: 'outcome', permission: 'Accept', on: 'ours', statuses: ['Registered', 'Unresolved'], path: at('rejection'), fields: [{ name: 'reason', kind: 'pick', enum: 'RejectionReason', required: true }, channels, on] },
  { id: 'GiveNotice', group: 'mediation', permission: 'Mediate', on: 'ours', statuses: ['InMediation', 'Suspended'], path: at('notices'), fields: [{ name: 'partyId', kind: 'pick', from: 'parties', required: true }, { name: 'form', kind: 'pick', enum: 'NoticeForm', required: true, initial: 'Oral' }, on] },
  { id: 'DeclareStance', group: 'mediation', permission: 'Mediate', on: 'ours', statuses: ['Registered', 'InMediation', 'Suspended', 'Unresolved'], path: at('participation'), fields: [{ name: 'partyId', kind: 'pick', from: 'parties', required: true }, { name: 'stance', kind: 'pick', enum: 'Stance', required: true }, { name: 'form', kind: 'pick', enum: 'NoticeForm', required: true, initial: 'Oral' }, { ...channels, required: false, when: values => values.stance === 'Refuses' }, { name: 'stanceOn', kind: 'date', hint: true }] },
  { id: 'RecordInvestigation', group: 'mediation', permission: 'Mediate', on: 'ours', statuses: ['InMediation', 'Suspended'], path: at('investigations'), fields: [{ name: 'investigatedOn', kind: 'date', hint: true }, { name: 'place', kind: 'text' }, { name: 'interviewee', kind: 'text' }, { name: 'record', kind: 'long', required: true }] },
  { id: 'HoldSession', group: 'mediation', permission: 'Mediate', on: 'ours', statuses: ['InMediation'], path: at('sessions'), fields: [on, { name: 'place', kind: 'text' }, { name: 'attendeeIds', kind: 'picks', from: 'parties', required: true }, { name: 'record', kind: 'long' }, { name: 'result', kind: 'pick', enum: 'SessionResult', required: true }, { name: 'level', kind: 'pick', from: 'higherLevels', hint: true }] },
  { id: 'ReachAgreement', group: 'outcome', permission: 'Mediate', on: 'ours', statuses: ['InMediation', 'Agreed', 'Performing'], path: at('agreement'), fields: [{ name: 'form', kind: 'pick', enum: 'AgreementForm', required: true }, { name: 'terms', kind: 'long', required: true }, { name: 'obligations', kind: 'obligations', when: values => values.reached !== true }, { name: 'signatures', kind: 'signatures', when: written }, { name: 'mediatorSignedOn', kind: 'date', when: written }, { name: 'sealedOn', kind: 'date', when: written }, { name: 'writingAsked', kind: 'tick' }, { name: 'confirmationTold', kind: 'tick' }, on], seed: reached },
  { id: 'SettleOnTheSpot', group: 'outcome', permission: 'Mediate', on: 'ours', statuses: ['Registered', 'InMediation', 'Unresolved'], path: at('settlement-on-the-spot'), fields: [{ name: 'terms', kind: 'long', required: true }, { name: 'performance', kind: 'pick', enum: 'SpotPerformance', required: true, initial: 'Immediate' }, { name: 'obligations', kind: 'obligations', when: values => values.performance === 'Continuing' }, { name: 'formSerial', kind: 'text' }, on] },
  { id: 'SuspendMediation', group: 'mediation', permission: 'Mediate', on: 'ours', statuses: ['InMediation'], path: at('suspension'), fields: [{ name: 'reason', kind: 'pick', enum: 'SuspensionReason', required: true }, { name: 'from', kind: 'date' }, note] },
  { id: 'ResumeMediation', group: 'mediation', permission: 'Mediate', on: 'ours', statuses: ['Suspended'], path: at('resumption'), fields: [{ name: 'to', kind: 'date' }, note] },
  { id: 'FailMediation', group: 'outcome', permission: 'Mediate', on: 'ours', statuses: ['InMediation'], path: at('failure'), fields: [channels, note, on] },
  { id: 'TerminateMediation', group: 'outcome', permission: 'Mediate', on: 'ours', statuses: ['InMediation', 'Suspended'], path: at('termination'), fields: [{ name: 'reason', kind: 'pick', enum: 'TerminationReason', required: true }, channels, note, on] },
  { id: 'WithdrawApplication', group: 'outcome', permission: 'Mediate', on: 'ours', statuses: ['InMediation', 'Suspended'], path: at('withdrawal'), fields: [{ name: 'partyId', kind: 'pick', from: 'parties', required: true }, note, on] },
  { id: 'RecordPerformance', group: 'outcome', permission: 'Mediate', on: 'ours', statuses: ['Agreed', 'Performing'], path: at('performance'), fields: [{ name: 'obligationId', kind: 'pick', from: 'obligations', required: true }, { name: 'performedOn', kind: 'date', hint: true }, { name: 'amount', kind: 'number' }, { name: 'evidence', kind: 'text' }] },
  { id: 'RecordBreach', group: 'outcome', permission: 'Mediate', on: 'ours', statuses: ['Agreed', 'Performing', 'Performed'], path: at('breaches'), fields: [{ name: 'obligationId', kind: 'pick', from: 'obligations', required: true }, { name: 'breachedOn', kind: 'date', hint: true }, { name: 'record', kind: 'long' }] },
  { id: 'MoveConfirmation', group: 'outcome', permission: 'Mediate', on: 'ours', statuses: ['Agreed', 'Performing', 'Performed', 'Closed'], path: at('confirmation'), fits: dispute => dispute.cases.some(one => one.agreement), fields: [{ name: 'move', kind: 'pick', enum: 'ConfirmationMove', required: true }, { name: 'movedOn', kind: 'date', hint: true }, { name: 'applicantIds', kind: 'picks', from: 'parties', when: values => values.move === 'Apply' }, { name: 'court', kind: 'text' }, { name: 'caseNumber', kind: 'text' }, { name: 'ground', kind: 'pick', enum: 'ConfirmationGround', when: values => values.move === 'Refuse' || values.move === 'Dismiss' }] },
  { id: 'RecordFollowUp', group: 'outcome', permission: 'Mediate', on: 'ours', statuses: ['Agreed', 'Performing', 'Performed', 'Closed'], path: at('follow-ups'), fields: [{ name: 'by', kind: 'pick', enum: 'FollowUpForm', required: true, initial: 'Phone' }, { name: 'performed', kind: 'tick', initial: false }, { name: 'relapse', kind: 'tick', initial: false }, { name: 'satisfaction', kind: 'number', hint: true }, { name: 'record', kind: 'long' }, on] },
  { id: 'CloseDispute', group: 'outcome', permission: 'Close', on: 'ours', statuses: ['Agreed', 'Performing', 'Performed', 'Unresolved', 'ReferredOut'], path: at('closure'), fields: [note, on] },
  { id: 'EscalateDispute', group: 'move', permission: ['Escalate', 'EscalateRed'], on: 'ours', statuses: open, path: at('escalation'), fields: [{ name: 'reason', kind: 'pick', enum: 'EscalationReason', required: true }, { name: 'toOrganisationId', kind: 'pick', from: 'organisations', hint: true }, note, on] },
  { id: 'ReturnDispute', group: 'move', permission: 'SendDown', on: 'ours', statuses: [...open, 'Agreed', 'Performing'], path: at('return'), fields: [{ name: 'reason', kind: 'pick', enum: 'ReturnReason', required: true }, { name: 'toOrganisationId', kind: 'pick', from: 'organisations', required: true }, note, on] },
  { id: 'ReferOut', group: 'move', permission: 'Accept', on: 'ours', statuses: ['Registered', 'Unresolved'], path: at('referral'), fields: [{ name: 'organ', kind: 'text', required: true }, { name: 'receipt', kind: 'text' }, on] },
  { id: 'ReportRisk', group: 'right', permission: 'Mediate', on: 'ours', statuses: alive, path: at('risk-reports'), fits: dispute => dispute.risks.length > 0, fields: [{ name: 'risk', kind: 'pick', enum: 'Risk', required: true }, { name: 'organ', kind: 'text', required: true }, { name: 'reportedAt', kind: 'datetime', required: true }, { name: 'receiver', kind: 'text', required: true }] },
  { id: 'NoteLegalFact', group: 'right', permission: ['Mediate', 'Correct'], on: 'ours', statuses: alive, path: at('legal-facts'), fields: [{ name: 'fact', kind: 'pick', enum: 'LegalFact', required: true }, { name: 'factOn', kind: 'date', required: true }, { name: 'evidence', kind: 'text', required: true }] },
  { id: 'ExtendClock', group: 'right', permission: ['Mediate', 'SendDown'], on: 'seen', statuses: alive, path: at('extensions'), fields: [{ name: 'clock', kind: 'pick', from: 'clocks', required: true }, { name: 'until', kind: 'date', required: true }, { name: 'agreedBy', kind: 'picks', from: 'parties' }, { name: 'evidence', kind: 'text', required: true }] },
  { id: 'NameGuardian', group: 'right', permission: 'Mediate', on: 'ours', statuses: ['Registered', 'HandoverPending', 'InMediation', 'Suspended', 'Agreed', 'Performing', 'Unresolved'], path: at('guardian'), fits: dispute => dispute.parties.some(party => party.capacity !== 'Adult'), fields: [{ name: 'partyId', kind: 'pick', from: 'parties', required: true }, { name: 'name', kind: 'text', required: true }, { name: 'relation', kind: 'pick', enum: 'GuardianRelation', required: true }, { name: 'opposedInterest', kind: 'tick', initial: false }] },
  { id: 'DeclareInterest', group: 'mediation', permission: 'Mediate', on: 'ours', statuses: ['InMediation', 'Suspended'], path: at('interest-declarations'), fields: [{ name: 'mediatorId', kind: 'pick', from: 'caseMediators', required: true }, { name: 'ground', kind: 'pick', enum: 'RecusalGround' }, { name: 'acceptedBy', kind: 'picks', from: 'parties', when: values => values.ground !== '' }, on] },
  { id: 'ChallengeMediator', group: 'mediation', permission: 'Mediate', on: 'ours', statuses: ['InMediation', 'Suspended'], path: at('challenges'), fields: [{ name: 'mediatorId', kind: 'pick', from: 'caseMediators', required: true }, { name: 'partyId', kind: 'pick', from: 'parties', required: true }, { name: 'ground', kind: 'pick', enum: 'RecusalGround', required: true }, note, on] },
  { id: 'DecideChallenge', group: 'mediation', permission: 'Direct', on: 'ours', statuses: ['InMediation', 'Suspended'], path: at('challenge-decisions'), fits: dispute => openChallenges(dispute).length > 0, fields: [{ name: 'challengeId', kind: 'pick', from: 'challenges', required: true }, { name: 'decision', kind: 'pick', enum: 'ChallengeDecision', required: true }, { name: 'replacementId', kind: 'pick', from: 'mediators', when: values => values.decision === 'Replaced' }, { name: 'acceptedBy', kind: 'picks', from: 'parties', when: values => values.decision === 'StaysByConsent' }, note] },
  { id: 'ChangeParties', group: 'right', permission: 'Mediate', on: 'ours', statuses: ['Registered', 'HandoverPending', 'InMediation', 'Suspended', 'Agreed', 'Performing', 'Unresolved'], path: at('parties'), shape: partyChange, fields: [{ name: 'action', kind: 'pick', enum: 'PartyChange', required: true }, { name: 'partyId', kind: 'pick', from: 'parties', required: true, when: values => values.action === 'Replace' || values.action === 'Remove' }, { name: 'side', kind: 'pick', enum: 'PartySide', required: true, when: joins }, { name: 'partyKind', kind: 'pick', enum: 'PartyKind', required: true, initial: 'Person', when: joins }, { name: 'name', kind: 'text', required: true, when: joins }, { name: 'phone', kind: 'text', when: joins }, { name: 'reason', kind: 'long', required: true }, on] },
  { id: 'EraseTexts', group: 'right', permission: 'Erase', on: 'seen', statuses: [...alive, 'Merged', 'Voided'], path: at('erasure'), fields: [{ name: 'fields', kind: 'picks', from: 'texts', required: true }, { name: 'reason', kind: 'long', required: true }], danger: true },
  { id: 'ReopenDispute', group: 'right', permission: 'Direct', on: 'ours', statuses: ['Agreed', 'Performing', 'Performed', 'Closed', 'ReferredOut'], path: at('reopening'), fields: [{ name: 'reason', kind: 'long', required: true }, on] },
  { id: 'ReverseStep', group: 'right', permission: 'Correct', on: 'seen', statuses: ['Registered', 'HandoverPending', 'InMediation', 'Suspended', 'Agreed', 'Performing', 'Performed', 'Unresolved', 'ReferredOut', 'Closed', 'Merged', 'Voided'], path: at('reversals'), fields: [{ name: 'reason', kind: 'long', required: true }] },
  { id: 'AssessLevel', group: 'right', card: true, permission: ['Mediate', 'Direct'], on: 'seen', statuses: unclosed, path: at('level-assessments'), fields: [{ name: 'level', kind: 'pick', from: 'higherLevels', hint: true }, { name: 'reason', kind: 'long', required: true }] },
  { id: 'AskLowering', group: 'right', card: true, permission: ['Mediate', 'Direct'], on: 'ours', statuses: unclosed, path: at('level-lowerings'), fits: dispute => dispute.riskLevel !== 'Green' && dispute.lowering?.state !== 'Pending', fields: [{ name: 'level', kind: 'pick', from: 'lowerLevels', required: true }, { name: 'reason', kind: 'long', required: true }] },
  { id: 'DecideLowering', group: 'right', card: true, permission: 'Direct', on: 'seen', statuses: unclosed, path: at('level-lowerings/decision'), fits: dispute => dispute.lowering?.state === 'Pending', shape: ({ decision, ...rest }) => ({ ...rest, approved: decision === 'Approved' }), fields: [{ name: 'decision', kind: 'pick', enum: 'LoweringState', except: ['Pending'], required: true }, { name: 'reason', kind: 'long', required: true }] },
  { id: 'ActivatePlan', group: 'right', card: true, permission: 'Direct', on: 'seen', statuses: unclosed, path: at('special-plans'), fields: [{ name: 'kind', kind: 'pick', from: 'plans', required: true }, { name: 'reason', kind: 'long', required: true }] },
  { id: 'TakePlanStep', group: 'right', card: true, permission: ['Mediate', 'Direct'], on: 'seen', statuses: alive, path: at('special-plans/steps'), fields: [{ name: 'done', kind: 'long' }] },
  { id: 'EndPlan', group: 'right', card: true, permission: 'Direct', on: 'seen', statuses: alive, path: at('special-plans/end'), fields: [{ name: 'reason', kind: 'long', required: true }] },
  { id: 'VoidDispute', group: 'right', permission: 'Direct', on: 'ours', statuses: alive, path: at('voiding'), fields: [{ name: 'reason', kind: 'long', required: true }], danger: true },
  ...supervisionSteps,
]

export interface Desk {
  actsFor: (organisationId: string) => boolean
  can: (permission: Permission) => boolean
}

/** The desk answers for the matter, or hosts its open or agreed case. */
export const isOurs = (dispute: Dispute, desk: Desk): boolean =>
  desk.actsFor(dispute.responsible.id) || dispute.cases.some(one => (one.agreement || !one.endedOn) && desk.actsFor(one.organisation.id))

/** The steps on the bar that this desk can take with this dispute now. */
export const stepsFor = (dispute: Dispute, desk: Desk): StepForm[] => stepForms.filter(step => !step.card && isOpenTo(step, dispute, desk))

/** A step that is begun on a card; null where this desk cannot take it now. */
export const cardStep = (id: OperationId, dispute: Dispute, desk: Desk): StepForm | null => stepForms.find(step => step.id === id && step.card && isOpenTo(step, dispute, desk)) ?? null

function isOpenTo(step: StepForm, dispute: Dispute, desk: Desk): boolean {
  return step.statuses.includes(dispute.status)
    && [step.permission].flat().some(desk.can)
    && (step.fits?.(dispute) ?? true)
    && (step.on === 'seen' || (step.on === 'receiver' ? desk.actsFor(pendingHandover(dispute)?.to.id ?? '') : isOurs(dispute, desk)))
}

const lists: readonly StepField['kind'][] = ['picks', 'obligations', 'notices', 'signatures']

/** The values a form begins with. */
export const initialValues = (step: StepForm, dispute?: Dispute): Values => ({
  ...Object.fromEntries(step.fields.map(field => [field.name, field.initial ?? (lists.includes(field.kind) ? [] : field.kind === 'tick' ? false : '')])),
  ...(dispute && step.seed?.(dispute)),
})

/** What a body of the same step says already; times of day are asked again. */
export const answersIn = (step: StepForm, body: Values): Values => Object.fromEntries(
  step.fields.filter(field => field.kind !== 'datetime' && body[field.name] !== undefined && body[field.name] !== null).map(field => [field.name, body[field.name]]))

/** What a form sends: empty answers and those of hidden questions are left out. */
export function bodyOf(step: StepForm, values: Values): Values {
  const body: Values = {}
  for (const field of step.fields) {
    const value = values[field.name]
    if (field.when && !field.when(values)) continue
    if (value === '' || value === null || value === undefined || (Array.isArray(value) && value.length === 0)) continue
    body[field.name] = field.kind === 'datetime' ? new Date(String(value)).toISOString() : value
  }
  return step.shape?.(body) ?? body
}

/** Which required questions have no answer yet. */
export const missing = (step: StepForm, values: Values): string[] =>
  step.fields.filter(field => field.required && (!field.when || field.when(values)) && (values[field.name] === '' || values[field.name] === null || (Array.isArray(values[field.name]) && (values[field.name] as unknown[]).length === 0)))
    .map(field => field.name)

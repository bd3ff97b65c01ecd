import type { Dispute, DisputeStatus, OperationId } from '@/api/types'
import type { StepField, StepForm, Values } from './steps'

/** Everything that is neither void nor merged into another. */
export const alive: DisputeStatus[] = ['Registered', 'HandoverPending', 'InMediation', 'Suspended', 'Agreed', 'Performing', 'Performed', 'Unresolved', 'ReferredOut', 'Closed']

const on: StepField = { name: 'on', kind: 'date', hint: true }
const reason: StepField = { name: 'reason', kind: 'long', required: true }
const hasLeader = (values: Values): boolean => String(values.leaderName ?? '').trim() !== ''

/** What those above do and what is answered to them. The server says with the file who may send what now. */
const supervise = (id: OperationId, tail: string, fields: readonly StepField[], more: Partial<StepForm> = {}): StepForm => ({
  id, group: 'right', card: true, permission: 'ReadMatters', on: 'seen', statuses: alive, path: dispute => `/api/disputes/${dispute.id}/${tail}`,
  fits: dispute => dispute.oversight?.can.includes(id) ?? false, fields, ...more,
})

/** What was named before stands in the form: whoever changes one thing keeps the others. */
function named(dispute: Dispute): Values {
  const told = dispute.oversight?.sponsorship
  return told ? Object.fromEntries((['leaderName', 'leaderPost', 'leaderTier', 'unit', 'person', 'acceptedOn', 'dueOn', 'plan'] as const).map(name => [name, told[name] ?? ''])) : {}
}

export const supervisionSteps: readonly StepForm[] = [
  supervise('MarkLedger', 'ledger-marks', [{ name: 'ledger', kind: 'pick', from: 'ledgers', required: true }, reason, on]),
  supervise('AssignSponsor', 'sponsorship', [
    { name: 'leaderName', kind: 'text' }, { name: 'leaderPost', kind: 'text', required: true, when: hasLeader }, { name: 'leaderTier', kind: 'pick', enum: 'Tier', required: true, when: hasLeader },
    { name: 'unit', kind: 'text' }, { name: 'person', kind: 'text' }, { name: 'acceptedOn', kind: 'date', hint: true }, { name: 'dueOn', kind: 'date', label: 'sponsorDueOn' }, { name: 'plan', kind: 'long', hint: true },
  ], { seed: named }),
  supervise('RecordSponsorVisit', 'sponsor-visits', [{ name: 'kind', kind: 'pick', enum: 'SponsorVisitKind', required: true }, { name: 'visitedOn', kind: 'date', hint: true }, { name: 'record', kind: 'long', required: true }]),
  supervise('AdvanceSponsorship', 'sponsorship-stage', [
    { name: 'stage', kind: 'pick', enum: 'SponsorshipStage', required: true }, { name: 'result', kind: 'long', label: 'sponsorResult' },
    { name: 'confirmedBy', kind: 'text', required: true, hint: true, when: values => values.stage === 'Confirmed' },
  ], { seed: dispute => ({ stage: dispute.oversight?.sponsorship?.stage ?? '', result: dispute.oversight?.sponsorship?.result ?? '' }) }),
  supervise('IssueCard', 'cards', [{ name: 'kind', kind: 'pick', from: 'cardKinds', required: true, label: 'cardKind' }, { name: 'opinion', kind: 'long', required: true }, { name: 'dueOn', kind: 'date', required: true, answered: true, label: 'replyDueOn' }]),
  supervise('ReplyToCard', 'card-replies', [{ name: 'reply', kind: 'long', required: true }]),
  supervise('CancelCard', 'card-cancellations', [reason]),
  supervise('RequestExtension', 'extension-requests', [{ name: 'clock', kind: 'pick', from: 'matterClocks', required: true }, { name: 'workdays', kind: 'number', required: true, hint: true }, reason]),
  supervise('DecideExtension', 'extension-decisions', [
    { name: 'decision', kind: 'pick', from: 'grants', required: true }, { name: 'workdays', kind: 'number', label: 'grantedWorkdays', hint: true, when: values => values.decision === 'granted' },
    { name: 'reason', kind: 'long', required: true, when: values => values.decision === 'refused' }, { name: 'note', kind: 'long', when: values => values.decision === 'granted' },
  ], { shape: ({ decision, note, ...rest }) => ({ ...rest, granted: decision === 'granted', ...(note ? { reason: note } : {}) }) }),
  supervise('ListPublicly', 'public-listings', [{ name: 'number', kind: 'text', required: true, label: 'listingNumber' }, on]),
  supervise('LiftListing', 'listing-liftings', [reason, on]),
  supervise('ClearLedger', 'clearance', [
    { name: 'proof', kind: 'picks', from: 'proofs', required: true, hint: true }, { name: 'approvedAbove', kind: 'text', hint: true, fits: dispute => dispute.tier === 'District' }, { name: 'note', kind: 'long' }, on,
  ]),
]

import type { Dispute } from '@/api/types'
import { agreedCase, lastCase, openCase, present } from '../kit'

/** A paper that suits a matter as it stands; `item` counts from 1 where several exist, null is an empty form. */
export interface FittingPaper { kind: string; item: number | null; optional: boolean }
type Case = Dispute['cases'][number]

export const isRejected = (of: Case): boolean => of.state === 'Rejected'
/** Settled at the table in one act: one sheet instead of a dossier. */
export const isSpot = (of: Case | null): boolean => of?.onTheSpot === true
export const performances = (of: Case | null) => (of?.agreement?.obligations ?? []).flatMap(duty => duty.performances.map(done => ({ duty, done })))

export function papersOf(dispute: Dispute): FittingPaper[] {
  const of = lastCase(dispute)
  const accepted = of !== null && !isRejected(of)
  const open = openCase(dispute) !== null
  const spot = isSpot(of)
  const agreed = agreedCase(dispute)?.agreement ?? null
  const papers: FittingPaper[] = []
  const when = (kind: string, fits: boolean, optional: boolean): void => { if (fits) papers.push({ kind, item: null, optional }) }
  const each = (kind: string, count: number, form: boolean): void => {
    for (let item = 1; item <= count; item++) papers.push({ kind, item, optional: false })
    if (form) papers.push({ kind, item: null, optional: true })
  }
  when('SpotSheet', spot || dispute.status === 'Registered', !spot)
  when('Application', dispute.source === 'PartyApplication', spot || (of !== null && !accepted))
  when('ApplicationReceipt', dispute.source === 'PartyApplication', true)
  when('AcceptanceRegistration', of === null || accepted, of === null || spot || dispute.source === 'PartyApplication')
  when('RightsNotice', of === null || accepted, of === null || spot)
  when('PrivacyNotice', of === null || accepted, of === null || spot)
  when('AcceptanceNotice', accepted, spot)
  each('PowerOfAttorney', present(dispute).flatMap(party => (party.agents ?? []).filter(agent => !agent.revokedOn)).length, open)
  each('InvestigationRecord', of?.investigations?.length ?? 0, open)
  when('EvidenceList', open, true)
  each('MediationRecord', spot ? 0 : of?.sessions?.length ?? 0, open)
  when('WrittenAgreement', open || agreed !== null, agreed?.form !== 'Written')
  when('OralAgreement', open || agreed?.form === 'Oral', open || spot)
  when('SignatureSheet', (dispute.groups ?? []).length > 0 && accepted, agreed === null)
  each('PerformanceReceipt', spot ? 0 : performances(of).length, agreed !== null && !agreed.performed)
  each('FollowUpRecord', agreed === null ? 0 : dispute.followUps.length, agreed !== null && !spot)
  when('ConfirmationApplication', agreed !== null, true)
  when('HostingProof', agreed !== null, true)
  when('NonAcceptanceNotice', of !== null && isRejected(of), false)
  when('TerminationNotice', of?.state === 'Terminated', false)
  when('ChannelsNotice', accepted && (of?.channels.length ?? 0) > 0, false)
  when('ReferralReply', dispute.source === 'EntrustedReferral' && of !== null, false)
  when('EntrustmentReply', dispute.source === 'EntrustedReferral' && accepted && !open, false)
  when('ClosingReport', accepted && !open, spot || !dispute.closedOn)
  return ['Merged', 'Voided'].includes(dispute.status) ? [] : papers
}

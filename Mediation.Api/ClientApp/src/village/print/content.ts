import type { Dispute, Party } from '@/api/types'
import { dayOf, today } from '@/common/dates'
import { amountInFigures, amountInWords, chineseDay as day } from '@/messages/zh-CN/grammar'
import { basisOf, paperWords as say, wayOf } from '@/messages/zh-CN/paperWords'
import { residentIdFault } from '@/rules'
import { agreedCase, chineseOf, lastCase, present, words } from '../kit'
import { isRejected, performances } from './fit'
import type { Content } from './template'

type Case = Dispute['cases'][number]
type Duty = NonNullable<NonNullable<Case['agreement']>['obligations']>[number]

/** What this tablet shows masked it does not know: a pen writes it. */
const clear = (value: string | null | undefined): string | null => (!value || value.includes('*') ? null : value)
const listed = (all: (string | null | undefined)[]): string | null => all.filter(Boolean).join(say.listed) || null
const ticked = (list: string, chosen: readonly string[]): string => words(list).map(word => say.tick(chineseOf(list, word), chosen.includes(word))).join(say.gap)
const called = (party: Party | undefined): string | null => party?.name ?? party?.description ?? null
const textOf = (date: string | null | undefined): string => day(date) ?? ''

/** Says what a paper of a matter contains, as the server's own papers say it, from what lies on this tablet. */
export function contentOf(dispute: Dispute, kind: string, item: number | null, committee: string): Content {
  const of = lastCase(dispute)
  const agreement = agreedCase(dispute)?.agreement ?? null
  const parties = present(dispute)
  const nameOf = (id: string): string => called(dispute.parties.find(party => party.id === id)) ?? ''
  const sideNames = (side: string): (string | null)[] => parties.filter(party => party.side === side).map(party => called(party))
  const short = (side: string): string => {
    const all = sideNames(side).filter((one): one is string => !!one)
    return all.length === 0 ? say.someone : all.length > 3 ? say.andOthers(all[0]!, all.length) : all.join(say.listed)
  }
  const rejected = of !== null && isRejected(of)
  const number = rejected ? null : of?.number ?? say.pending
  const blocks = (some: readonly Party[]): Content[] => some.map((party, at) => partyBlock(party, at + 1))
  const [reason, basis] = reasonOf(of)
  const title = `${short('Applicant')}${say.and}${short('Respondent')}${chineseOf('DisputeType', dispute.type)}`
  return {
    committee: of?.organisation.name ?? committee, number, agreementNumber: agreement?.number ?? number, formSerial: agreement?.formSerial ?? null, title,
    mediator: of?.host?.name ?? null, mediators: listed([of?.host?.name, ...(of?.assistants ?? []).map(one => one.name)]), today: day(today()),
    type: chineseOf('DisputeType', dispute.type), subject: dispute.subject ?? null, summary: dispute.summary ?? dispute.subject ?? null, facts: dispute.summary ?? dispute.subject ?? null,
    place: dispute.place ?? null, area: dispute.areaName ?? null, occurredOn: day(dispute.occurredOn), receivedOn: day(dayOf(dispute.receivedAt)),
    amount: dispute.amount == null ? null : amountInFigures(dispute.amount), people: String(dispute.peopleInvolved),
    source: Object.entries(say.sources).map(([source, word]) => say.tick(word, dispute.source === source)).join(say.gap), sourceWord: chineseOf('Source', dispute.source ?? ''),
    referrer: dispute.referredBy ? chineseOf('ReferringOrgan', dispute.referredBy) : null, referralNumber: dispute.referralNumber ?? null,
    acceptedOn: of === null || rejected ? null : day(of.acceptedOn), endedOn: day(of?.endedOn), closedOn: day(dispute.closedOn),
    mediatedFrom: of === null ? null : day(of.sessions?.[0]?.on ?? of.acceptedOn), mediatedTo: day(of?.endedOn),
    accepted: of !== null && !rejected, open: of !== null && !of.endedOn, agreed: agreement !== null, term: null, pages: null, archivedOn: null,
    applicants: listed(sideNames('Applicant')), respondents: listed(sideNames('Respondent')), partyNames: listed(parties.map(party => called(party))),
    parties: blocks(parties), applicantList: blocks(parties.filter(p => p.side === 'Applicant')), respondentList: blocks(parties.filter(p => p.side === 'Respondent')), thirdList: blocks(parties.filter(p => p.side === 'ThirdParty')),
    signatories: blocks(parties.filter(p => p.name && p.side !== 'ThirdParty')), copies: String(Math.max(2, parties.filter(p => p.name && p.side !== 'ThirdParty').length) + 1),
    form: agreement ? chineseOf('AgreementForm', agreement.form) : null, reachedOn: day(agreement?.reachedOn), effectiveOn: day(agreement?.effectiveOn), terms: agreement?.terms ?? null,
    performance: (agreement?.obligations ?? []).map((duty, at, all) => `${all.length === 1 ? '' : `${at + 1}. `}${sentence(duty, nameOf)}`).join('\n') || null,
    obligations: (agreement?.obligations ?? []).map((duty, at) => dutyLine(duty, at + 1, nameOf)), groups: [],
    reason, basis, outcome: outcomeOf(of, agreement), channels: (of?.channels ?? []).map((channel, at) => ({ index: String(at + 1), name: chineseOf('FollowOnChannel', channel), how: wayOf(channel, dispute.type) })),
    court: agreement?.confirmation?.court ?? null, courtNumber: agreement?.confirmation?.caseNumber ?? null,
    evidence: (dispute.attachments ?? []).filter(file => file.kind === 'Evidence').map((file, at) => ({ index: String(at + 1), name: file.name ?? null, origin: file.origin ?? null, on: textOf(file.on), sheets: String(file.pages) })),
    ...itemOf(dispute, of, kind, item, nameOf),
  }
}

function partyBlock(party: Party, index: number): Content {
  const number = clear(party.idNumber)
  const resident = number !== null && party.idType === 'ResidentId' && residentIdFault(number, today()) === null ? number : null
  const born = resident === null ? null : `${resident.slice(6, 10)}-${resident.slice(10, 12)}-${resident.slice(12, 14)}`
  const years = born === null ? null : Number(today().slice(0, 4)) - Number(born.slice(0, 4)) - (today().slice(5) < born.slice(5) ? 1 : 0)
  return {
    index: String(index), side: chineseOf('PartySide', party.side), name: called(party), isPerson: party.kind === 'Person', isOrganization: party.kind === 'Organization',
    sex: resident === null ? null : Number(resident[16]) % 2 === 1 ? say.male : say.female, ethnicity: null, age: years === null ? null : String(years), born: day(born), occupation: null,
    phone: party.protected ? say.confidential : clear(party.phone), address: party.protected ? say.confidential : clear(party.address), idType: party.idType ? chineseOf('IdType', party.idType) : null, idNumber: number,
    representative: party.kind === 'Organization' ? clear(party.contact) : null,
    guardian: party.guardian ? say.agent(party.guardian.name, chineseOf('GuardianRelation', party.guardian.relation)) : party.guardianName ?? null,
    agents: listed((party.agents ?? []).filter(one => !one.revokedOn).map(one => say.agent(one.name, chineseOf('AgentScope', one.scope)))),
    noticeForm: party.notice ? chineseOf('NoticeForm', party.notice.form) : null, noticeOn: day(party.notice?.on), stance: ticked('Stance', (party.stances ?? []).slice(-1).map(one => one.stance)),
  }
}

function sentence(duty: Duty, nameOf: (id: string) => string): string {
  const act = duty.act?.trim() || null
  const sum = duty.amount == null ? null : say.sum(amountInFigures(duty.amount), amountInWords(duty.amount))
  const creditor = nameOf(duty.creditorId)
  const what = act === null && sum === null ? say.performs(creditor) : sum === null ? say.does(creditor, act!) : say.pays(creditor, sum) + (act === null ? '' : say.matter(act))
  return say.duty(nameOf(duty.debtorId), duty.dueOn ? say.before(textOf(duty.dueOn)) : '', what, (duty.method ? say.method(duty.method) : '') + (duty.continuing ? say.kept : ''))
}

const dutyLine = (duty: Duty, index: number, nameOf: (id: string) => string): Content => ({
  index: String(index), debtor: nameOf(duty.debtorId), creditor: nameOf(duty.creditorId), act: duty.act ?? null, amount: duty.amount == null ? null : amountInFigures(duty.amount),
  amountInWords: duty.amount == null ? null : amountInWords(duty.amount), method: duty.method ?? null, dueOn: duty.continuing ? say.continuing : day(duty.dueOn),
  done: duty.performed ? say.allDone : duty.performances.length > 0 ? say.partDone : say.notDone, instalments: [],
})

function reasonOf(of: Case | null): [string | null, string | null] {
  const why = of?.endReason
  if (!why) return of?.state === 'Failed' ? [say.outcomes.NotAgreed!, say.bases.NotAgreed!] : [null, null]
  if (say.outcomes[why]) return [say.outcomes[why], say.bases[why] ?? null]
  const list = words('RejectionReason').includes(why) ? 'RejectionReason' : 'TerminationReason'
  return [chineseOf(list, why), basisOf[why] ?? null]
}

function outcomeOf(of: Case | null, agreement: Case['agreement'] | null): string | null {
  if (of === null) return null
  if (agreement) return say.agreedOn(textOf(agreement.reachedOn), chineseOf('AgreementForm', agreement.form), agreement.performed)
  if (!of.endedOn) return say.outcomes.open!
  return isRejected(of) ? say.rejected(reasonOf(of)[0] ?? '') : reasonOf(of)[0]
}

/** What belongs to one session, visit, receipt, investigation or agent. */
function itemOf(dispute: Dispute, of: Case | null, kind: string, item: number | null, nameOf: (id: string) => string): Content {
  const at = (item ?? 0) - 1
  const session = kind === 'MediationRecord' ? of?.sessions?.[at] : undefined
  const visit = kind === 'FollowUpRecord' ? dispute.followUps[at] : undefined
  const asked = kind === 'InvestigationRecord' ? of?.investigations?.[at] : undefined
  const paid = kind === 'PerformanceReceipt' ? performances(of)[at] : undefined
  const agents = present(dispute).flatMap(party => (party.agents ?? []).filter(agent => !agent.revokedOn).map(agent => ({ party, agent })))
  const named = kind === 'PowerOfAttorney' ? agents[at] : undefined
  return {
    session: session ? String(item) : null, sessionOn: day(session?.on), sessionPlace: session?.place ?? null, attendees: session ? listed((session.attendeeIds ?? []).map(nameOf)) : null,
    invitees: session ? listed(session.invitees ?? []) ?? say.none : null, told: say.tick(say.told, session !== undefined), record: session?.record ?? null,
    result: words('SessionResult').map((word, place) => say.tick(`${say.circled[place] ?? ''}${chineseOf('SessionResult', word)}`, session?.result === word)).join(say.gap),
    visitedOn: day(visit?.on), visitForm: ticked('FollowUpForm', visit ? [visit.by] : []), visit: visit?.record ?? null,
    visitPerformed: [say.tick(say.performedYes, visit?.performed === true), say.tick(say.performedNo, visit?.performed === false)].join(say.gap),
    visitRelapse: [say.tick(say.relapseYes, visit?.relapse === true), say.tick(say.relapseNo, visit?.relapse === false)].join(say.gap),
    satisfaction: say.satisfaction.map((word, place) => say.tick(word, visit?.satisfaction === place + 1)).join(say.gap),
    investigatedOn: day(asked?.on), investigationPlace: asked?.place ?? null, investigationPeople: asked ? listed(asked.participants ?? []) : null, interviewee: asked?.interviewee ?? null, investigation: asked?.record ?? null,
    payer: paid ? nameOf(paid.duty.debtorId) : null, payee: paid ? nameOf(paid.duty.creditorId) : null, performed: paid ? paid.duty.act ?? say.payment : null, performedOn: day(paid?.done.on),
    performedAmount: paid?.done.amount == null ? null : amountInFigures(paid.done.amount), performedAmountInWords: paid?.done.amount == null ? null : amountInWords(paid.done.amount), performedProof: paid?.done.evidence ?? null, remaining: null,
    principal: named?.party.name ?? null, principalAddress: clear(named?.party.address), agent: named?.agent.name ?? null, agentPhone: clear(named?.agent.phone), agentScope: ticked('AgentScope', named ? [named.agent.scope] : []), agentFrom: day(named?.agent.from),
  }
}

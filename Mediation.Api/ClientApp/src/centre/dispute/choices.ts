import { http } from '@/api/http'
import { i18n } from '@/messages'
import type { Dispute, Schemas } from '@/api/types'
import { districtOf, organisationsUnder } from '../common/directory'
import { session } from '../common/session'
import { chinese, label, options, type Option } from '../common/words'
import { openChallenges, type StepForm } from './steps'
import { aside } from '../common/text'

export const partyName = (party: Schemas['PartyView']): string => party.name ?? party.description ?? label('PartySide', party.side)
export const present = (dispute: Dispute): Schemas['PartyView'][] => dispute.parties.filter(party => !party.removal)

/** Reads the lists that a step chooses from: the parties, who may mediate and why, to whom it may go. */
export async function choicesFor(step: StepForm, dispute: Dispute, clocks: readonly Schemas['ClockView'][]): Promise<{ lists: Record<string, Option[]>; suggested: Schemas['SuggestedMediators'] | null }> {
  const wanted = new Set(step.fields.map(field => field.from))
  const lists: Record<string, Option[]> = {
    parties: present(dispute).map(party => ({ value: party.id, label: partyName(party) + aside(label('PartySide', party.side)) })),
    obligations: dispute.cases.flatMap(one => one.agreement?.obligations ?? []).filter(duty => !duty.performed || duty.continuing)
      .map(duty => ({ value: duty.id, label: [duty.act, duty.amount === null ? '' : `¥${duty.amount}`, duty.dueOn].filter(Boolean).join(' · ') })),
    caseMediators: dispute.cases.filter(one => !one.endedOn).flatMap(one => [...(one.host ? [one.host] : []), ...one.assistants]).map(one => ({ value: one.id, label: one.name })),
    challenges: openChallenges(dispute).map(one => ({ value: one.id, label: `${label('RecusalGround', one.ground)} ${one.raisedOn}` })),
    texts: [
      ...['subject', 'summary', 'place', 'record', 'terms', 'evidence', 'note'].map(value => ({ value, label: i18n.global.t(`file.text.${value}`) })),
      ...dispute.parties.map(party => ({ value: `parties.${party.id}`, label: i18n.global.t('file.text.party', { name: partyName(party) }) })),
    ],
    higherLevels: levels.filter(level => levels.indexOf(level) >= levels.indexOf(dispute.riskLevel)).map(level => ({ value: level, label: label('RiskLevel', level) })),
    lowerLevels: levels.filter(level => levels.indexOf(level) < levels.indexOf(dispute.riskLevel)).map(level => ({ value: level, label: label('RiskLevel', level) })),
    plans: planChoices(dispute),
    clocks: clocks.map(clock => ({ value: clock.clock, label: label('Clock', clock.clock) })),
    ...ofSupervision(dispute, clocks),
  }
  let suggested: Schemas['SuggestedMediators'] | null = null
  if (wanted.has('mediators')) {
    suggested = await http.get<Schemas['SuggestedMediators']>(`/api/disputes/${dispute.id}/suggested-mediators`)
    lists.mediators = suggested.items.map(one => ({ value: one.id, label: one.name }))
  }
  if (wanted.has('organisations')) lists.organisations = await organisationChoices(step, dispute)
  return { lists, suggested }
}

const gravity = ['Ordinary', 'Yellow', 'Red'] as const

/** What those above choose from: ledgers on which it does not stand, cards graver than the one that stands, limits that the office above may move. */
function ofSupervision(dispute: Dispute, clocks: readonly Schemas['ClockView'][]): Record<string, Option[]> {
  const of = dispute.oversight
  const standing = Math.max(-1, ...(of?.cards ?? []).filter(card => !card.cancellation).map(card => gravity.indexOf(card.kind)))
  const marked = of?.clearance ? [] : [...(of?.majorMark ? ['Major'] : []), ...(of?.longPetition ? ['LongPetition'] : [])]
  return {
    ledgers: options('LedgerKind', marked),
    cardKinds: options('CardKind', gravity.slice(0, standing + 1)),
    matterClocks: clocks.filter(clock => clock.extendedBy === 'OfficeAbove' && !['Met', 'Lapsed'].includes(clock.state)).map(clock => ({ value: clock.clock, label: label('Clock', clock.clock) })),
    grants: (['granted', 'refused'] as const).map(value => ({ value, label: i18n.global.t(`oversight.${value}`) })),
    proofs: (of?.proofs ?? []).map(one => ({ value: one.id, label: `${label('AttachmentKind', one.kind)} ${one.on}` })),
  }
}

/** Those that do not run already; the suggested ones first. */
const planChoices = (dispute: Dispute): Option[] => {
  const suggested: readonly string[] = dispute.suggestedPlans ?? []
  const free = options('SpecialPlanKind').filter(one => !dispute.plans?.some(plan => plan.kind === one.value && !plan.endedAt))
  return [
    ...free.filter(one => suggested.includes(one.value)).map(one => ({ ...one, label: i18n.global.t('plans.asSuggested', { name: one.label }) })),
    ...free.filter(one => !suggested.includes(one.value)),
  ]
}

const levels = ['Green', 'Yellow', 'Red'] as const
const rank = { Village: 0, Town: 1, District: 2 }

/** Up: higher tiers and sector committees that take the type; down: lower tiers of the place. */
async function organisationChoices(step: StepForm, dispute: Dispute): Promise<Option[]> {
  const from = dispute.responsible
  const all = (await organisationsUnder(districtOf(session.value?.areaCode ?? dispute.areaCode))).filter(one => one.id !== from.id && !one.dissolvedOn)
  const near = (code: string): number => (dispute.areaCode.startsWith(code.replace(/(000)+$/, '')) ? 0 : 1)
  const fitting = step.id === 'EscalateDispute'
    ? all.filter(one => (one.kind === 'SectorCommittee' ? one.types.includes(dispute.type) : rank[one.tier] > rank[from.tier]))
    : all.filter(one => rank[one.tier] < rank[from.tier])
  return fitting.sort((a, b) => near(a.areaCode) - near(b.areaCode)).map(one => ({ value: one.id, label: one.name }))
}

export const reasonText = (reason: Schemas['ReasonView']): string => (chinese() ? reason.text : reason.textEn)

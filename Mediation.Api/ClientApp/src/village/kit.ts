import { computed } from 'vue'
import type { Dispute, Schemas } from '@/api/types'
import { today } from '@/common/dates'
import { i18n } from '@/messages'
import { device, store } from '@/offline'
import { may, townOf, districtOf, WorkCalendar, type LifecycleMove, type Permission, type Proposal, type RuleText, type YearOfDays } from '@/rules'

type Organisation = Schemas['OrganisationView']
export interface Bilingual { zh: string; en: string }

export const me = computed(() => device.current.value)
export const kit = computed(() => store.kit.value)
export const rules = computed(() => (kit.value?.reference.rules ?? null) as RuleText | null)
export const moves = computed(() => (kit.value?.reference.lifecycle ?? []) as readonly LifecycleMove[])
export const calendar = computed(() => new WorkCalendar((kit.value?.reference.calendar.days ?? []) as YearOfDays[]))
export const mayI = (permission: Permission): boolean => may(me.value?.roles ?? [], permission)

/** A sentence of the reference in the language of the screen. */
export const say = (words: Bilingual): string => (i18n.global.locale.value === 'en' ? words.en : words.zh)

/** The words of one list of the reference, in its order. */
export const words = (list: string): string[] => (kit.value?.reference.enums[list] ?? []).map(word => word.value)

/** The Chinese word, whatever the language of the screen: for what is stored and printed. */
export const chineseOf = (list: string, value: string): string => kit.value?.reference.enums[list]?.find(word => word.value === value)?.zh ?? value

type Phrases = Schemas['PhraseBook']
export const phrasesFor = (type: string | null): Bilingual[] =>
  type === null ? [] : (kit.value?.reference.phrases?.settlement as Record<string, Bilingual[]> | undefined)?.[type] ?? []
export const phrases = (list: Exclude<keyof Phrases, 'settlement'>): Bilingual[] => kit.value?.reference.phrases?.[list] ?? []

const find = (test: (one: Organisation) => boolean): Organisation | null => kit.value?.organisations.find(one => test(one) && !one.dissolvedOn) ?? null

/** The governance centre above: on call for what cannot wait. */
export const townCentre = computed(() => find(one => one.kind === 'GovernanceCenter' && one.tier === 'Town' && one.areaCode === townOf(me.value?.areaCode ?? '')))
export const districtCentre = computed(() => find(one => one.kind === 'GovernanceCenter' && one.tier === 'District' && one.areaCode === districtOf(me.value?.areaCode ?? '')))

/** The organisation that a proposal means, as far as this tablet knows it; an organ is outside the ledger. */
export function deskFor(proposal: Proposal, type: string): Organisation | null {
  if (proposal.target === 'Organ') return null
  if (proposal.target === 'Sector') return find(one => one.kind === 'SectorCommittee' && (one.types as string[]).includes(type)) ?? districtCentre.value
  if (proposal.tier === 'Village') return kit.value?.organisation ?? null
  return proposal.tier === 'Town' ? townCentre.value : districtCentre.value
}

/** Own mediators who are in office. */
export const mediators = computed(() => (kit.value?.mediators ?? []).filter(one => one.organisationId === me.value?.organisationId && one.status === 'Active'))

export const isOpen = (dispute: Dispute): boolean => !['Closed', 'Merged', 'Voided', 'ReferredOut'].includes(dispute.status)
export const isMine = (dispute: Dispute): boolean => dispute.responsible.id === me.value?.organisationId
export const isLate = (dispute: Dispute): boolean => isOpen(dispute) && dispute.dueOn < today()
export const present = (dispute: Dispute): Dispute['parties'] => dispute.parties.filter(party => !party.removal)
export const openCase = (dispute: Dispute): Dispute['cases'][number] | null => dispute.cases.find(one => !one.endedOn && one.state !== 'Voided') ?? null
/** The case that an agreement or an ending belongs to: the open one, else the last. */
export const lastCase = (dispute: Dispute): Dispute['cases'][number] | null => openCase(dispute) ?? dispute.cases.at(-1) ?? null
export const agreedCase = (dispute: Dispute): Dispute['cases'][number] | null => [...dispute.cases].reverse().find(one => one.agreement) ?? null

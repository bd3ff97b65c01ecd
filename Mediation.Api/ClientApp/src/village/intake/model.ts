import type { Dispute, DisputeType, Risk, Schemas } from '@/api/types'
import { newId } from '@/common/ids'
import { today } from '@/common/dates'
import { subjectOf, unknownName } from '@/messages/zh-CN/grammar'
import { cutSubject, mustBeWritten, type RoutingFacts } from '@/rules'

type PartyBody = Schemas['PartyBody']
export type Outcome = 'spot' | 'mediate' | 'up' | 'only'
export interface PartyDraft {
  id: string
  side: PartyBody['side']
  kind: 'Person' | 'Organization'
  name: string
  /** Nobody knows the name yet: registered by a description. */
  unknown: boolean
  description: string
  phone: string
  idNumber: string
  address: string
  areaCode: string | null
  capacity: 'Adult' | 'Minor' | 'Under14' | 'Limited'
  protected: boolean
}
export interface IntakeDraft {
  id: string
  type: DisputeType | null
  parties: PartyDraft[]
  /** Must be touched: an empty list is an answer, no answer is none. */
  safety: 'untouched' | 'none' | 'marked'
  risks: Risk[]
  outcome: Outcome | null
  phrases: string[]
  terms: string
  performance: 'Immediate' | 'Continuing' | null
  voice: boolean
  /** The voice memo as a data address, so that it is kept with the draft. */
  sound: string
  upReason: string | null
  upNote: string
  /** Against the proposal: mediated here all the same. */
  keep: boolean
  keepReason: string
  summary: string
  place: string
  areaCode: string
  occurredOn: string
  channel: string
  source: string
  referredBy: string | null
  amount: number | null
  people: number | null
  formSerial: string
  /** The settled matter that breaks out again here. */
  relapseOf: string | null
}

const party = (side: PartyBody['side']): PartyDraft => ({
  id: newId(), side, kind: 'Person', name: '', unknown: false, description: '', phone: '', idNumber: '', address: '', areaCode: null, capacity: 'Adult', protected: false,
})
export const anotherParty = (): PartyDraft => party('ThirdParty')

export const emptyIntake = (areaCode: string): IntakeDraft => ({
  id: newId(), type: null, parties: [party('Applicant'), party('Respondent')], safety: 'untouched', risks: [], outcome: null, phrases: [], terms: '', performance: null,
  voice: false, sound: '', upReason: null, upNote: '', keep: false, keepReason: '', summary: '', place: '', areaCode, occurredOn: today(), channel: 'WalkIn', source: 'PartyApplication',
  referredBy: null, amount: null, people: null, formSerial: '', relapseOf: null,
})

/** What broke out again is a new matter between the same people, linked to the old one. */
export function relapseOf(dispute: Dispute, areaCode: string): IntakeDraft {
  const draft = emptyIntake(areaCode)
  const parties = dispute.parties.filter(one => !one.removal).map(one => ({ ...party(one.side), kind: one.kind === 'Organization' ? 'Organization' as const : 'Person' as const, name: one.name ?? '', unknown: !one.name, description: one.name ? '' : one.description ?? '', areaCode: one.areaCode ?? null, protected: one.protected ?? false }))
  return { ...draft, type: dispute.type, parties: parties.length > 1 ? parties : draft.parties, place: dispute.place ?? '', relapseOf: dispute.id }
}

const known = (one: PartyDraft): boolean => !one.unknown && one.name.trim() !== ''
const told = (text: string): string | undefined => text.trim() || undefined

/** What the form's first screen still lacks, by the section where it stands. */
export function lacking(draft: IntakeDraft, mustOverride: boolean): string[] {
  const missing: string[] = []
  if (draft.type === null) missing.push('type')
  for (const [at, one] of draft.parties.entries()) if (!one.unknown && one.name.trim() === '') missing.push(`party${at}`)
  if (draft.safety === 'untouched' || (draft.safety === 'marked' && draft.risks.length === 0)) missing.push('safety')
  if (draft.outcome === null) missing.push('outcome')
  if (draft.outcome === 'spot') {
    if (draft.parties.slice(0, 2).some(one => !known(one))) missing.push('bothNames')
    if (draft.type !== null && mustBeWritten(draft.type, null, false)) missing.push('writing')
    if (termsOf(draft) === '' && !draft.voice) missing.push('terms')
    if (draft.performance === null) missing.push('performance')
  }
  if (draft.outcome === 'up' && draft.upReason === null) missing.push('upReason')
  if (draft.outcome === 'mediate' && mustOverride && draft.keep && draft.keepReason.trim() === '') missing.push('keepReason')
  return missing
}

/** What was agreed, as picked and as typed. */
export const termsOf = (draft: IntakeDraft): string => [...draft.phrases, draft.terms.trim()].filter(Boolean).join('\n')

export const factsOf = (draft: IntakeDraft): RoutingFacts => ({
  type: draft.type ?? 'Other', areaCode: draft.areaCode, parties: draft.parties.map(one => ({ side: one.side, areaCode: one.areaCode })), risks: draft.risks,
  peopleInvolved: draft.people ?? Math.max(2, draft.parties.length), amount: draft.amount, referredBy: draft.referredBy, currentTier: 'Village',
})

export function partyBody(one: PartyDraft): PartyBody {
  return {
    id: one.id, side: one.side, kind: one.kind, name: known(one) ? one.name.trim() : undefined,
    description: one.unknown ? told(one.description) ?? unknownName : undefined,
    identityBasis: one.idNumber.trim() ? 'NumberGiven' : known(one) ? 'KnownToMediator' : 'Unknown', idNumber: told(one.idNumber),
    phone: told(one.phone), address: told(one.address), areaCode: one.areaCode ?? undefined,
    capacity: one.capacity === 'Adult' ? undefined : one.capacity, protected: one.protected || undefined,
  }
}

/** A与B邻里纠纷, as the server names a matter that was given no subject. */
export function defaultSubject(draft: Pick<IntakeDraft, 'parties'>, typeInChinese: string): string {
  const first = (side: string): string => draft.parties.find(one => one.side === side && known(one))?.name.trim() ?? unknownName
  return cutSubject(subjectOf(first('Applicant'), first('Respondent'), typeInChinese))
}

/** The registering body; what was left at its default stays out of it, so that the server's own default holds. */
export function registerBody(draft: IntakeDraft, more: { receivedAt: string; override?: Schemas['OverrideBody']; spokenTerms: string }): object {
  return clean({
    type: draft.type, areaCode: draft.areaCode, risks: draft.risks, parties: draft.parties.map(one => clean(partyBody(one))), summary: told(draft.summary), place: told(draft.place),
    occurredOn: draft.occurredOn, receivedAt: more.receivedAt, source: draft.source, referredBy: draft.source === 'EntrustedReferral' ? draft.referredBy : undefined,
    channel: draft.channel, relapseOf: draft.relapseOf, amount: draft.amount ?? undefined, peopleInvolved: draft.people ?? undefined, override: more.override,
    settlement: draft.outcome === 'spot'
      ? clean({ terms: termsOf(draft) || more.spokenTerms, performance: draft.performance, formSerial: told(draft.formSerial) }) : undefined,
  })
}

const clean = <T extends object>(body: T): T => Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined && value !== null)) as T

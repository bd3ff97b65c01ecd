import { dayOf } from '@/common/dates'
import type { Dispute, Schemas } from '@/api/types'

type Kind = 'text' | 'long' | 'date' | 'datetime' | 'number' | 'pick' | 'picks'

export interface Correction {
  /** As the API names it: a fact of the matter, or `parties.{id}.{fact}`. */
  field: string
  name: string
  kind: Kind
  enum?: string
  old: unknown
  party?: string
  /** Shown in part only: the new value is typed whole. */
  masked?: boolean
}

const facts: [keyof Dispute & string, Kind, string?][] = [
  ['subject', 'text'], ['summary', 'long'], ['type', 'pick', 'DisputeType'], ['subtype', 'pick', 'Subtype'], ['areaCode', 'text'], ['place', 'text'], ['occurredOn', 'date'],
  ['receivedAt', 'datetime'], ['source', 'pick', 'Source'], ['referredBy', 'pick', 'ReferringOrgan'], ['referralNumber', 'text'], ['channel', 'pick', 'IntakeChannel'],
  ['amount', 'number'], ['peopleInvolved', 'number'], ['risks', 'picks', 'Risk'],
]

const partyFacts: [keyof Schemas['PartyView'] & string, Kind, string?, boolean?][] = [
  ['name', 'text'], ['phone', 'text', undefined, true], ['idNumber', 'text', undefined, true], ['address', 'text', undefined, true], ['contact', 'text', undefined, true],
  ['identityBasis', 'pick', 'IdentityBasis'], ['capacity', 'pick', 'PartyCapacity'],
]

/** What can be put right in this dispute, each with the value that stands there now. */
export const corrections = (dispute: Dispute): Correction[] => [
  ...facts.map(([name, kind, words]) => ({ field: name, name, kind, enum: words, old: dispute[name] ?? null })),
  ...dispute.parties.filter(party => !party.removal).flatMap(party => partyFacts.map(([name, kind, words, masked]) => ({
    field: `parties.${party.id}.${name}`, name, kind, enum: words, old: party[name] ?? null, party: party.name ?? party.description ?? '', masked: masked === true && Boolean(party[name]),
  }))),
]

/** How the present value stands in the field. */
export function shownValue(old: unknown, kind: Kind): string | number | null {
  if (old === null || old === undefined) return kind === 'number' ? null : ''
  if (kind === 'number') return Number(old)
  if (kind === 'datetime') return `${dayOf(String(old))}T${new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' }).format(new Date(String(old)))}`
  return String(old)
}

/** What is sent for what stands in the field: nothing is null, a number a number, a time of the day one of Shanghai. */
export function typed(value: unknown, kind: Kind): unknown {
  if (Array.isArray(value)) return value
  if (value === '' || value === null || value === undefined) return null
  if (kind === 'number') return Number(value)
  return kind === 'datetime' ? new Date(`${String(value)}:00+08:00`).toISOString() : value
}

import type { Dispute, Party } from '@/api/types'
import { newId } from '@/common/ids'
import { present } from '../kit'

/** What a step needs and intake left open: asked once, in one list, and sent before the step itself. */
export interface Need { need: 'name' | 'party' | 'told' | 'guardian'; partyId: string; side: Party['side']; who: string }

const called = (party: Party): string => party.name ?? party.description ?? ''

export function needsOf(dispute: Dispute, ...wanted: ('sides' | 'told' | 'wards')[]): Need[] {
  const needs: Need[] = []
  const parties = present(dispute)
  if (wanted.includes('sides')) for (const side of ['Applicant', 'Respondent'] as const) {
    const here = parties.filter(party => party.side === side)
    if (here.some(party => party.name)) continue
    const nameless = here[0]
    needs.push(nameless ? { need: 'name', partyId: nameless.id, side, who: called(nameless) } : { need: 'party', partyId: side, side, who: '' })
  }
  if (wanted.includes('told')) for (const party of parties) if (party.name && !party.notice && party.side !== 'ThirdParty') needs.push({ need: 'told', partyId: party.id, side: party.side, who: called(party) })
  if (wanted.includes('wards')) for (const party of parties) if (party.capacity !== 'Adult' && !party.guardian) needs.push({ need: 'guardian', partyId: party.id, side: party.side, who: called(party) })
  return needs
}

/** Two needs of one party have answers of their own. */
export const needKey = (one: Need): string => `${one.need}:${one.partyId}`

/** The command that fills a need, made of what the person answered. */
export function commandFor(need: Need, answer: string, relation: string, reason: string): { kind: 'CorrectDispute' | 'ChangeParties' | 'GiveNotice' | 'NameGuardian'; body: object } {
  if (need.need === 'name') return { kind: 'CorrectDispute', body: { field: `parties.${need.partyId}.name`, old: null, new: answer.trim(), reason } }
  if (need.need === 'party') return { kind: 'ChangeParties', body: { action: 'Add', reason, party: { id: newId(), side: need.side, kind: 'Person', name: answer.trim(), identityBasis: 'KnownToMediator' } } }
  if (need.need === 'told') return { kind: 'GiveNotice', body: { partyId: need.partyId, form: answer } }
  return { kind: 'NameGuardian', body: { partyId: need.partyId, name: answer.trim(), relation, opposedInterest: false } }
}

import type { DisputeType } from '@/api/types'

export type WrittenBecause = 'asked' | 'medical' | 'labour' | 'landContract'

/** Word of mouth will do wherever no party asks for writing and no statute wants it; elsewhere writing is advised, never forced. */
export function mustBeWritten(type: DisputeType, subtype: string | null | undefined, writingAsked: boolean): WrittenBecause | null {
  if (writingAsked) return 'asked'
  if (type === 'Medical') return 'medical'
  if (type === 'MigrantWageArrears' || type === 'OtherLabor') return 'labour'
  return type === 'ForestLand' && subtype === '0901' ? 'landContract' : null
}

const civil = ['Arbitration', 'Suit', 'LegalAid', 'OtherCommittee', 'OtherDepartment'] as const
const administrative = ['Suit', 'Reconsideration', 'Petition', 'OtherDepartment'] as const
export type Channel = (typeof civil)[number] | (typeof administrative)[number]

/** Which lawful ways remain is told by the nature of the matter. */
export function properChannels(isAdministrative: boolean, rejection: string | null = null): readonly Channel[] {
  if (isAdministrative) return administrative
  const either = rejection === 'NotCivilDispute' || rejection === 'OnlySpecialOrgan' || rejection === 'MediationForbidden'
  return either ? [...new Set<Channel>([...civil, ...administrative])] : civil
}

/** A subject fits a ledger column, and is never cut between the two halves of a character. */
export function cutSubject(subject: string): string {
  if (subject.length <= 50) return subject
  const half = subject.charCodeAt(49)
  return subject.slice(0, half >= 0xd800 && half <= 0xdbff ? 49 : 50)
}

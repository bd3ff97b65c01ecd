import type { Dispute, Schemas } from '@/api/types'

type Party = Schemas['PartyView']
type Agreement = Schemas['AgreementView']

/** Who has to sign a written agreement: the two sides, as far as they are known by name. */
export const signersOf = (dispute: Dispute): Party[] => dispute.parties.filter(party => !party.removal && party.side !== 'ThirdParty' && party.name)

export const needsGuardian = (party: Party): boolean => party.capacity !== 'Adult' && Boolean(party.guardian)

/** A written agreement that waits for marks: only this one asks for them. */
export const unfinished = (dispute: Dispute): Agreement | null =>
  dispute.cases.map(one => one.agreement).find(agreement => agreement && agreement.form === 'Written' && !agreement.effectiveOn) ?? null

/** What it still lacks before it is in force (People's Mediation Law 29); nothing is known of one that is withheld. */
export function lacking(agreement: Agreement, dispute: Dispute): { parties: Party[]; mediator: boolean; seal: boolean } | null {
  if (agreement.form !== 'Written' || agreement.effectiveOn || !agreement.signatures) return null
  const signed = new Set(agreement.signatures.filter(one => !one.memberId).map(one => one.partyId))
  return { parties: signersOf(dispute).filter(party => !signed.has(party.id)), mediator: !agreement.mediatorSignedOn, seal: !agreement.sealedOn }
}

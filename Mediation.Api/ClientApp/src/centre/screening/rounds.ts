import type { Schemas } from '@/api/types'

export type Round = Schemas['RoundView']

/** A committee has one round of a kind that begins on a day. */
export const keyOf = (round: Round): string => `${round.organisation.id} ${round.campaign?.id ?? ''} ${round.from}`

/** What a return says that was entered at a desk; questions without an answer are left out. */
export function returnBody(round: Round, answers: Record<string, string | number | null>): Record<string, unknown> {
  const told = Object.entries(answers).filter(([, value]) => value !== null && value !== '')
  return { organisationId: round.organisation.id, from: round.from, to: round.to, ...(round.campaign ? { campaignId: round.campaign.id } : {}), ...Object.fromEntries(told) }
}

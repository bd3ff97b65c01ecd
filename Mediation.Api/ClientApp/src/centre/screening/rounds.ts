import type { Schemas } from '@/api/types'

export type Round = Schemas['RoundView']
export type Filed = Schemas['ScreeningReturnView']

/** A committee has one round of a kind that begins on a day. */
export const keyOf = (round: Round): string => `${round.organisation.id} ${round.campaign?.id ?? ''} ${round.from}`

/** What a return says that was entered at a desk; questions without an answer are left out. */
export function returnBody(round: Round, answers: Record<string, string | number | null>, replaced: Filed | null = null): Record<string, unknown> {
  const told = Object.entries(answers).filter(([, value]) => value !== null && value !== '')
  // What takes the place of a return is of the same days, which need not be the whole round.
  const days = replaced === null ? { from: round.from, to: round.to } : { from: replaced.from, to: replaced.to, replaces: replaced.id }
  return { organisationId: round.organisation.id, ...days, ...(round.campaign ? { campaignId: round.campaign.id } : {}), ...Object.fromEntries(told) }
}

/** The questions of a return as one was answered before. */
export const answersOf = (filed: Filed): Record<string, string | number | null> => ({
  found: filed.found, resolvedOnSpot: filed.found > 0 ? filed.resolvedOnSpot : null, signedBy: filed.signedBy.id, leaderId: filed.leader?.id ?? '', households: filed.households ?? null,
  grids: filed.grids ?? null, workers: filed.workers ?? null, note: filed.note ?? '',
})

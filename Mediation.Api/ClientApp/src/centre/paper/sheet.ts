import type { Schemas } from '@/api/types'

/** A paper sheet of the village as the clerk types it in. */
export interface Sheet {
  organisationId: string
  performedBy: string
  areaCode: string
  formSerial: string
  type: string
  occurredOn: string
  receivedOn: string
  applicant: string
  applicantPhone: string
  respondent: string
  respondentPhone: string
  subject: string
  summary: string
  place: string
  peopleInvolved: number | null
  amount: number | null
  risks: string[]
  outcome: 'spot' | 'register'
  terms: string
  performance: string
}

export const emptySheet = (kept: Partial<Sheet> = {}): Sheet => ({
  organisationId: '', performedBy: '', areaCode: '', formSerial: '', type: '', occurredOn: '', receivedOn: '', applicant: '', applicantPhone: '', respondent: '', respondentPhone: '',
  subject: '', summary: '', place: '', peopleInvolved: 2, amount: null, risks: [], outcome: 'spot', terms: '', performance: 'Immediate', ...kept,
})

/** What the next sheet of the same pile begins with. */
export const carriedOn = (sheet: Sheet): Partial<Sheet> => ({ organisationId: sheet.organisationId, performedBy: sheet.performedBy, areaCode: sheet.areaCode, receivedOn: sheet.receivedOn, outcome: sheet.outcome })

/** What the sheet lacks before it can be sent; "unknown" is an answer, so a respondent is not asked for. */
export const lacks = (sheet: Sheet): (keyof Sheet)[] => {
  const must: (keyof Sheet)[] = ['organisationId', 'performedBy', 'type', 'applicant', 'occurredOn', ...(sheet.outcome === 'spot' ? (['terms', 'respondent'] as const) : [])]
  return must.filter(name => sheet[name] === '' || sheet[name] === null)
}

type Party = Schemas['PartyBody']

const party = (id: string, side: Party['side'], name: string, phone: string): Party =>
  name.trim() === '' ? { id, side, kind: 'Person', description: '?', identityBasis: 'Unknown' } : { id, side, kind: 'Person', name: name.trim(), phone: phone.trim() || null, identityBasis: 'KnownToMediator' }

/** The registering body; the two ids of the parties are made once, so that a repeated try is the same entry. */
export function bodyOf(sheet: Sheet, ids: readonly [string, string], unknown: string): Partial<Schemas['RegisterDispute']> {
  const respondent = party(ids[1], 'Respondent', sheet.respondent, sheet.respondentPhone)
  if (respondent.description) respondent.description = unknown
  return {
    type: sheet.type as Schemas['DisputeType'],
    areaCode: sheet.areaCode,
    risks: sheet.risks as Schemas['Risk'][],
    parties: [party(ids[0], 'Applicant', sheet.applicant, sheet.applicantPhone), respondent],
    subject: sheet.subject.trim() || null,
    summary: sheet.summary.trim() || null,
    place: sheet.place.trim() || null,
    occurredOn: sheet.occurredOn,
    receivedAt: `${sheet.receivedOn || sheet.occurredOn}T09:00:00+08:00`,
    source: 'PartyApplication',
    channel: 'WalkIn',
    amount: sheet.amount,
    peopleInvolved: sheet.peopleInvolved ?? 2,
    performedBy: sheet.performedBy,
    settlement: sheet.outcome === 'spot' ? { terms: sheet.terms.trim(), performance: sheet.performance as Schemas['SpotPerformance'], formSerial: sheet.formSerial.trim() || null } : null,
  }
}

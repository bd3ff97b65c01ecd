import type { Schemas } from '@/api/types'
import { bodyOf, emptySheet, type Sheet } from '../paper/sheet'

export type Sign = Schemas['LeadView']
export type Visit = Schemas['VisitView']

/** What was found or came to the desk, as a dispute begins with it. */
export interface Origin {
  leadId?: string
  visitId?: string
  title: string
  sheet: Partial<Sheet>
  /** How it came here, in the words of the register. */
  told: Partial<Schemas['RegisterDispute']>
}

export const ofSign = (sign: Sign, title: string): Origin => ({
  leadId: sign.id,
  title,
  sheet: { type: sign.type, areaCode: String(sign.areaCode), occurredOn: sign.foundOn, place: sign.place ?? '', summary: sign.brief ?? '', peopleInvolved: sign.people, risks: [...sign.risks] },
  told: { source: 'CommitteeInitiated', channel: 'Patrol' },
})

const ways: Record<Schemas['DeskSource'], Partial<Schemas['RegisterDispute']>> = {
  WalkIn: { source: 'PartyApplication', channel: 'WalkIn' },
  Phone: { source: 'PartyApplication', channel: 'Phone' },
  Hotline12345: { source: 'PartyApplication', channel: 'Hotline12345' },
  Police: { source: 'EntrustedReferral', referredBy: 'Police', channel: 'Police110' },
  Court: { source: 'EntrustedReferral', referredBy: 'Court', channel: 'CourtReferral' },
  PetitionOffice: { source: 'EntrustedReferral', referredBy: 'PetitionOffice', channel: 'FromAbove' },
}

/** Sent by another office, which is told what came of it. */
export const isReferral = (source: Schemas['DeskSource']): boolean => source !== 'WalkIn' && source !== 'Phone'

const longestNumber = 50

/** The phone of a visitor is shown in part only, so it is asked for again. */
export const ofVisit = (visit: Visit): Origin => ({
  visitId: visit.id,
  title: visit.brief ?? '',
  sheet: { type: visit.type ?? '', areaCode: String(visit.areaCode), occurredOn: visit.receivedOn, applicant: visit.visitor ?? '', summary: visit.brief ?? '' },
  told: { ...ways[visit.source], ...(visit.outsideNumber && visit.outsideNumber.length <= longestNumber ? { referralNumber: visit.outsideNumber } : {}) },
})

export const sheetOf = (origin: Origin): Sheet => emptySheet({ ...origin.sheet, outcome: 'register' })

/** What the register needs; "unknown" is an answer for the other side. */
export const wanting = (sheet: Sheet): (keyof Sheet)[] => (['type', 'applicant', 'occurredOn'] as const).filter(name => sheet[name] === '')

/** The desk itself registers it, now, by the ordinary way. */
export function disputeOf(origin: Origin, sheet: Sheet, source: string, ids: readonly [string, string], unknown: string): Partial<Schemas['RegisterDispute']> {
  const { performedBy: _, receivedAt: __, settlement: ___, ...body } = bodyOf(sheet, ids, unknown)
  return { ...body, ...origin.told, source: source as Schemas['Source'], ...(origin.leadId ? { leadId: origin.leadId } : {}), ...(origin.visitId ? { visitId: origin.visitId } : {}) }
}

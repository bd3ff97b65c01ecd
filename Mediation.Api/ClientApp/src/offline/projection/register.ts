import type { Schemas } from '@/api/types'
import { addDay, dayOf } from '@/common/dates'
import { device, store } from '../state'
import type { Dispute, OutboxEntry } from '../types'

type Party = Schemas['PartyView']
type OrganisationRef = Schemas['OrganisationRef']

/** A party as the server will show it, from a party as it is sent. */
export function partyOf(body: Partial<Schemas['PartyBody']>, fallbackId: string): Party {
  return {
    id: body.id ?? fallbackId,
    side: body.side ?? 'Applicant',
    kind: body.kind ?? 'Person',
    name: body.name ?? null,
    description: body.description ?? null,
    identityBasis: body.identityBasis ?? 'Unknown',
    idType: body.idType ?? null,
    idNumber: body.idNumber ?? null,
    idVerified: null,
    contact: body.contact ?? null,
    phone: body.phone ?? null,
    address: body.address ?? null,
    areaCode: body.areaCode ?? null,
    capacity: body.capacity ?? 'Adult',
    guardianName: body.guardianName ?? null,
    needs: body.needs ?? [],
    notice: null,
    removal: null,
    stances: [],
    guardian: null,
    agents: [],
    protected: body.protected ?? false,
  } as Party
}

/** The own desk, as disputes name it. */
export function ownDesk(): OrganisationRef {
  const account = device.current.value
  return { id: account?.organisationId ?? '', name: account?.organisationName ?? '', tier: account?.tier ?? 'Village' }
}

export function organisationRef(id: string | null | undefined): OrganisationRef | null {
  const found = store.kit.value?.organisations.find(one => one.id === id)
  return found === undefined ? null : { id: found.id, name: found.name, tier: found.tier }
}

/** A matter that only this tablet knows yet: the number and the server's own words come later. */
export function registered(entry: OutboxEntry): Dispute {
  const body = entry.body as Partial<Schemas['RegisterDispute']>
  const receivedAt = body.receivedAt ?? entry.deviceTime
  const receivedOn = dayOf(receivedAt)
  const preview = entry.preview ?? {}
  const asked = body.override ?? null
  const desk = (asked && (organisationRef(asked.organisationId) ?? null)) ?? preview.responsible ?? ownDesk()
  const routing: Schemas['RoutingView'] = {
    tier: asked?.tier ?? desk.tier, target: 'Committee', organisation: { ...desk, reasons: [] }, mediators: [], excluded: [], reasons: [], offers: [],
    riskLevel: preview.riskLevel ?? 'Green', riskReasons: [], ruleSetVersion: entry.ruleSet, override: null,
  }
  return {
    id: entry.disputeId ?? entry.commandId,
    version: 0,
    status: 'Registered',
    tier: desk.tier,
    type: body.type ?? 'Other',
    subtype: body.subtype ?? null,
    areaCode: body.areaCode ?? device.current.value?.areaCode ?? '',
    areaName: store.kit.value?.areas.find(area => area.code === body.areaCode)?.name ?? null,
    riskLevel: 'Green',
    risks: body.risks ?? [],
    subject: body.subject ?? null,
    summary: body.summary ?? null,
    place: body.place ?? null,
    occurredOn: body.occurredOn ?? receivedOn,
    receivedAt,
    source: body.source ?? 'PartyApplication',
    referredBy: body.referredBy ?? null,
    referralNumber: body.referralNumber ?? null,
    channel: body.channel ?? 'WalkIn',
    amount: body.amount ?? null,
    peopleInvolved: body.peopleInvolved ?? Math.max(1, body.parties?.length ?? 0),
    performedBy: body.performedBy ?? null,
    responsible: desk,
    holder: desk,
    lastStepOn: receivedOn,
    dueOn: addDay(receivedOn, 3),
    late: false,
    routing,
    parties: (body.parties ?? []).map((party, i) => partyOf(party, `${entry.commandId}-${i}`)),
    cases: [],
    handovers: [],
    followUps: [],
    referral: null,
    closedOn: null,
    mergedInto: null,
    duplicates: [],
    voidReason: null,
    strokes: [],
    erased: {},
    warnings: [],
    attachments: [],
    possibleDuplicates: [],
    groups: [],
    riskReports: [],
    relapseOf: body.relapseOf ?? null,
    relapses: [],
    ...preview,
  } as Dispute
}

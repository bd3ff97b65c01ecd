import { describe, expect, it } from 'vitest'
import { badDays, daysOf } from '@/centre/admin/days'
import { inOrder, signsOf, skewMinutes, type Device } from '@/centre/admin/devices'
import { listOf, wordsOf } from '@/centre/admin/late'
import { conditionWords, nextVersion } from '@/centre/admin/rules'
import { byType, percentText, ratios, trend, type Overview } from '@/centre/overview/chartData'
import { stepForms } from '@/centre/dispute/steps'
import { sharesTable } from '@/centre/report/shares'
import { answersOf, returnBody } from '@/centre/screening/rounds'
import { disputeOf, ofSign, ofVisit, sheetOf, wanting } from '@/centre/screening/signs'
import { weekBeside } from '@/centre/screening/week'
import { bodyOf, carriedOn, emptySheet, lacks } from '@/centre/paper/sheet'

const share = (numerator: number, denominator: number) => ({ numerator, denominator, percent: denominator === 0 ? null : (100 * numerator) / denominator })
const settled = { inVillage: share(7, 10), inTown: share(9, 10), inDistrict: share(10, 10) }
const overview: Overview = {
  areaCode: '340803000000', areaName: 'x', asOf: '2026-11-24', late: share(2, 8),
  open: { total: 8, late: 2, byTier: [], byType: [{ type: 'Neighbor', count: 2, late: 0 }, { type: 'Medical', count: 0, late: 0 }, { type: 'Contract', count: 6, late: 2 }], byLevel: [] },
  ratios: { month: { ...settled, inVillage: share(0, 0) }, year: settled },
  trend: [{ month: '2026-10', registered: 3, concluded: 2, succeeded: 1, open: 9 }, { month: '2026-11', registered: 4, concluded: 4, succeeded: 4, open: 8 }],
}

describe('charts', () => {
  it('show the types with something open, most first', () => {
    const table = byType(overview, (_list, value) => value, { count: 'n', late: 'late' })
    expect(table.categories).toEqual(['Contract', 'Neighbor'])
    expect(table.series.map(one => one.values)).toEqual([[6, 2], [2, 0]])
  })

  it('show no percentage of nothing', () => {
    const table = ratios(overview, { month: 'm', year: 'y', of: key => key })
    expect(table.series[0]!.values[0]).toBeNull()
    expect(table.series[1]!.values).toEqual([70, 90, 100])
    expect(percentText(share(0, 0), '—')).toBe('—')
    expect(percentText(share(1, 3), '—')).toBe('33.33%')
  })

  it('follow the months', () => {
    const table = trend(overview, { registered: 'r', concluded: 'c', succeeded: 's', open: 'o' })
    expect(table.categories).toEqual(['2026-10', '2026-11'])
    expect(table.series.map(one => one.name)).toEqual(['r', 'c', 's', 'o'])
  })
})

describe('tablets', () => {
  const device = (change: Partial<Device> = {}): Device => ({
    id: 'a', name: 'A', organisationId: 'v', organisationName: 'V', accounts: [], appVersion: '1', storage: 'Persistent', lastContactAt: null, lastSyncAt: null, silentDays: 0, silent: false,
    skewSeconds: 0, skewFlagged: false, pending: 0, attention: 0, revokedAt: null, revokedReason: null, ...change,
  })

  it('tell what the town should look at', () => {
    expect(signsOf(device())).toEqual([])
    expect(signsOf(device({ silent: true, skewFlagged: true, attention: 1 }))).toEqual(['silent', 'attention', 'skew'])
    expect(signsOf(device({ revokedAt: '2026-11-24T00:00:00Z', silent: true }))).toEqual(['revoked'])
  })

  it('stand in order: who needs somebody first, the revoked last', () => {
    const list = [device({ id: 'fine' }), device({ id: 'gone', revokedAt: 'x', silent: true }), device({ id: 'silent', silent: true, silentDays: 5 })]
    expect(inOrder(list).map(one => one.id)).toEqual(['silent', 'fine', 'gone'])
    expect(skewMinutes(-420)).toBe('−7')
  })
})

describe('shares', () => {
  it('stand in the order and with the percentages of the server', () => {
    expect(sharesTable({ total: 3, items: [{ key: 'b', count: 2, percent: 66.7 }, { key: 'a', count: 1, percent: 33.3 }] }, value => `<${value}>`, { count: 'n', percent: '%' }))
      .toEqual({ categories: ['<b>', '<a>'], series: [{ name: 'n', values: [2, 1] }, { name: '%', values: [66.7, 33.3] }], drawn: 1 })
  })
})

describe('a screening return', () => {
  it('names its round, and leaves out what was not asked', () => {
    const round = { organisation: { id: 'o' }, from: '2026-11-01', to: '2026-11-30', campaign: null } as never
    expect(returnBody(round, { found: 0, resolvedOnSpot: null, signedBy: 'm', note: '' })).toEqual({ organisationId: 'o', from: '2026-11-01', to: '2026-11-30', found: 0, signedBy: 'm' })
    const filed = { id: 'r', from: '2026-11-01', to: '2026-11-15', found: 0, resolvedOnSpot: 0, signedBy: { id: 'm', name: 'M' }, leader: null, households: 5, grids: null, workers: null, note: null }
    expect(returnBody(round, { ...answersOf(filed as never), found: 2, reason: 'R' }, filed as never))
      .toEqual({ organisationId: 'o', from: '2026-11-01', to: '2026-11-15', replaces: 'r', found: 2, signedBy: 'm', households: 5, reason: 'R' })
    expect(returnBody({ ...(round as object), campaign: { id: 'c', name: 'C' } } as never, { found: 2, signedBy: 'm' })).toMatchObject({ campaignId: 'c', found: 2 })
  })
})

describe('what was found or came to the desk', () => {
  const turned = (origin: ReturnType<typeof ofSign>, source: string) => disputeOf(origin, { ...sheetOf(origin), applicant: 'A' }, source, ['p1', 'p2'], 'unknown')

  it('becomes a dispute of the desk itself, with the link and the way it came', () => {
    const sign = { id: 's', type: 'Neighbor', areaCode: '340803100204', foundOn: '2026-11-20', place: 'P', brief: 'B', people: 4, risks: ['Threat'] } as never
    expect(wanting(sheetOf(ofSign(sign, 'B')))).toEqual(['applicant'])
    const body = turned(ofSign(sign, 'B'), 'CommitteeInitiated')
    expect(body).toMatchObject({ leadId: 's', source: 'CommitteeInitiated', channel: 'Patrol', risks: ['Threat'], peopleInvolved: 4, summary: 'B', occurredOn: '2026-11-20' })
    expect(['performedBy', 'receivedAt', 'settlement', 'visitId'].filter(name => name in body)).toEqual([])
    const visit = { id: 'v', type: null, areaCode: '340803100000', receivedOn: '2026-11-20', source: 'Police', outsideNumber: 'N-1', visitor: 'V', brief: 'B' }
    expect(wanting(sheetOf(ofVisit(visit as never)))).toEqual(['type'])
    expect(turned(ofVisit(visit as never), 'EntrustedReferral')).toMatchObject({ visitId: 'v', source: 'EntrustedReferral', referredBy: 'Police', channel: 'Police110', referralNumber: 'N-1' })
    expect(turned(ofVisit({ ...visit, source: 'WalkIn', outsideNumber: null } as never), 'PartyApplication')).not.toHaveProperty('referredBy')
  })

  it('stands on the sheet of its week', () => {
    expect([weekBeside({ from: '2026-11-16' }, -1), weekBeside({ from: '2026-12-28' }, 1)]).toEqual(['2026-11-09', '2027-01-04'])
  })
})

describe('the office', () => {
  it('reads days as they are typed', () => {
    expect(daysOf('2027-01-01, 2027-01-03\n2027-01-01')).toEqual(['2027-01-01', '2027-01-03'])
    expect(badDays('2027-02-30 2026-12-31 2026-11-30 2027-01-01 2028-01-01 2028-02-01 x', '2027')).toEqual(['2027-02-30', '2026-11-30', '2028-02-01', 'x'])
  })

  it('says the conditions of a rule in words', () => {
    expect(conditionWords({ types: ['Medical'], minPeople: 10, overdue: true }, (_list, value) => `<${value}>`, key => key)).toEqual(['types <Medical>', 'minPeople 10', 'overdue'])
    expect(nextVersion('2026.1', '2026-11-24')).toBe('2026.2')
    expect(nextVersion('2026.3', '2027-01-02')).toBe('2027.1')
  })

  it('reads of a late command what a person can read', () => {
    expect(wordsOf({ commandId: 'x', baseVersion: 2, on: '2026-11-20', note: 'N', attendeeIds: ['01941f94-a320-7e90-b216-8d00f83c4460'], obligations: [{ act: 'pay', debtorId: '01941f94-a320-7e90-b216-8d00f83c4460' }] }))
      .toEqual([['on', '2026-11-20'], ['note', 'N'], ['obligations', 'pay']])
    expect(wordsOf({ performed: true, by: 'Phone' }, (name, value) => `${name}=${String(value)}`)).toEqual([['performed', 'performed=true'], ['by', 'by=Phone']])
    expect(listOf(stepForms, 'RecordFollowUp', 'by')).toBe('FollowUpForm')
    expect(listOf(stepForms, 'RecordFollowUp', 'record')).toBeNull()
  })

  it('types in a sheet for the mediator who did it, and keeps the pile\'s head for the next', () => {
    const sheet = { ...emptySheet(), organisationId: 'o', performedBy: 'm', areaCode: '340803100204', type: 'Neighbor', occurredOn: '2026-11-20', applicant: 'A', respondent: '', terms: 'T', formSerial: 'S-1' }
    expect(lacks(sheet)).toEqual(['respondent'])
    expect(lacks({ ...sheet, outcome: 'register' })).toEqual([])
    const body = bodyOf({ ...sheet, outcome: 'register' }, ['p1', 'p2'], 'unknown')
    expect(body).toMatchObject({ performedBy: 'm', settlement: null, parties: [{ id: 'p1', name: 'A' }, { id: 'p2', description: 'unknown', identityBasis: 'Unknown' }] })
    expect(bodyOf({ ...sheet, respondent: 'B' }, ['p1', 'p2'], 'unknown').settlement).toEqual({ terms: 'T', performance: 'Immediate', formSerial: 'S-1' })
    expect(emptySheet(carriedOn(sheet))).toMatchObject({ organisationId: 'o', performedBy: 'm', applicant: '' })
  })
})

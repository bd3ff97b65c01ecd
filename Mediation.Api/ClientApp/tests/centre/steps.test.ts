import { describe, expect, it } from 'vitest'
import { answersFor, carry } from '@/centre/dispute/carried'
import { shownValue, typed } from '@/centre/dispute/corrections'
import { changesBetween } from '@/centre/dispute/stale'
import { bodyOf, cardStep, initialValues, missing, stepForms, stepsFor } from '@/centre/dispute/steps'
import { desksOf } from '@/centre/common/desks'
import { may, type Role } from '@/rules/permissions'
import type { Dispute } from '@/api/types'
import lifecycle from '../../../../Mediation.Tests/Vectors/lifecycle.json'
import file from '@/messages/zh-CN/file'

const town = { id: 'town', name: 'Town centre', tier: 'Town' as const }
const village = { id: 'village', name: 'Village committee', tier: 'Village' as const }
const dispute = (change: Partial<Dispute> = {}): Dispute => ({
  id: 'd', version: 2, status: 'Registered', tier: 'Village', type: 'Neighbor', areaCode: '340803100204', riskLevel: 'Green', risks: [], occurredOn: '2026-11-20', receivedAt: '2026-11-20T01:00:00Z',
  source: 'PartyApplication', channel: 'WalkIn', peopleInvolved: 2, responsible: town, holder: town, lastStepOn: '2026-11-20', dueOn: '2026-11-25', late: false, parties: [], cases: [], handovers: [],
  followUps: [], duplicates: [], erased: {}, warnings: [], ...change,
} as unknown as Dispute)
const desk = (...roles: Role[]) => ({ actsFor: (id: string) => id === 'town', can: (permission: Parameters<typeof may>[1]) => may(roles, permission) })
const ids = (steps: { id: string }[]): string[] => steps.map(step => step.id)

describe('steps of a file', () => {
  it('are those that lifecycle, desk and role allow', () => {
    expect(ids(stepsFor(dispute(), desk('TownMediator')))).toEqual(expect.arrayContaining(['AcceptDispute', 'RejectDispute', 'SettleOnTheSpot', 'EscalateDispute', 'ReturnDispute']))
    expect(ids(stepsFor(dispute(), desk('TownMediator')))).not.toContain('VoidDispute')
    expect(ids(stepsFor(dispute({ responsible: village, holder: village }), desk('GovernanceOfficeDirector')))).toEqual(['ExtendClock', 'ReverseStep'])
    expect(stepsFor(dispute(), desk('Auditor'))).toEqual([])
  })

  it('of a handover are for the desk that it waits on', () => {
    const waiting = (to: typeof town): Dispute => dispute({ status: 'HandoverPending', responsible: village, handovers: [{ id: 'h', kind: 'Escalation', from: village, to, sentOn: '2026-11-20', state: 'Pending' }] as never })
    expect(ids(stepsFor(waiting(town), desk('TownMediator')))).toEqual(expect.arrayContaining(['AcceptHandover', 'RefuseHandover']))
    expect(ids(stepsFor(waiting({ ...town, id: 'other' }), desk('TownMediator')))).not.toContain('AcceptHandover')
  })

  it('on cards are not on the bar: a lower level is asked for once and decided on by who directs', () => {
    const red = dispute({ riskLevel: 'Red' })
    const asked = dispute({ riskLevel: 'Red', lowering: { id: 'l', to: 'Yellow', on: '2026-11-20', by: { id: 'a', name: 'A' }, state: 'Pending' } as never })
    expect(ids(stepsFor(red, desk('GovernanceOfficeDirector', 'TownMediator')))).not.toContain('AskLowering')
    expect(cardStep('AskLowering', red, desk('TownMediator'))).not.toBeNull()
    expect(cardStep('AskLowering', dispute(), desk('TownMediator'))).toBeNull()
    expect(cardStep('AskLowering', asked, desk('TownMediator'))).toBeNull()
    expect(cardStep('DecideLowering', asked, desk('TownMediator'))).toBeNull()
    expect(cardStep('ActivatePlan', dispute({ responsible: village, holder: village }), desk('GovernanceOfficeDirector'))).not.toBeNull()
    const decide = cardStep('DecideLowering', asked, desk('GovernanceOfficeDirector'))!
    expect(bodyOf(decide, { ...initialValues(decide), decision: 'Approved', reason: 'R' })).toEqual({ approved: true, reason: 'R' })
    expect(bodyOf(decide, { ...initialValues(decide), decision: 'Refused', reason: 'R' })).toEqual({ approved: false, reason: 'R' })
  })

  it('are offered in no status that the lifecycle refuses', () => {
    const actions: Record<string, string[]> = {
      AcceptDispute: ['Accept'], RejectDispute: ['Reject'], AppointMediators: ['AppointMediators'], GiveNotice: ['GiveNotice'], HoldSession: ['HoldSession'], ReachAgreement: ['Agree', 'CompleteAgreement'],
      FailMediation: ['Fail'], TerminateMediation: ['Terminate'], WithdrawApplication: ['Withdraw'], SuspendMediation: ['Suspend'], ResumeMediation: ['Resume'], RecordPerformance: ['Perform'],
      RecordFollowUp: ['FollowUp'], CloseDispute: ['Close'], ReopenDispute: ['Reopen'], SettleOnTheSpot: ['SettleOnTheSpot'], EscalateDispute: ['Escalate'], ReturnDispute: ['Return', 'ReturnForPerformance'],
      ReferOut: ['ReferOut'], VoidDispute: ['Void'], ReportRisk: ['ReportRisk'], NoteLegalFact: ['NoteLegalFact'], ExtendClock: ['ExtendClock'], RecordInvestigation: ['Investigate'],
      DeclareStance: ['DeclareStance'], NameGuardian: ['NameGuardian'], RecordBreach: ['RecordBreach'], MoveConfirmation: ['MoveConfirmation'],
      AssessLevel: ['AssessLevel'], AskLowering: ['AssessLevel'], DecideLowering: ['AssessLevel'], ActivatePlan: ['RunPlan'], TakePlanStep: ['RunPlan'], EndPlan: ['RunPlan'],
    }
    const moves = movesOf(lifecycle)
    for (const step of stepForms.filter(one => actions[one.id]))
      for (const status of step.statuses)
        expect(actions[step.id]!.some(action => moves.has(`${status} ${action}`)), `${step.id} in ${status}`).toBe(true)
  })

  it('have a name, and every question has one', () => {
    const words = file.file
    for (const step of stepForms) {
      expect(words.step).toHaveProperty(step.id)
      for (const field of step.fields) {
        expect(words.field).toHaveProperty(field.label ?? field.name)
        if (field.hint) expect(words.hint).toHaveProperty(field.label ?? field.name)
      }
    }
  })

  it('send what was answered, and ask for what must be', () => {
    const step = stepForms.find(one => one.id === 'DeclareStance')!
    const values = { ...initialValues(step), partyId: 'p', stance: 'TakesPart', channels: ['Suit'] }
    expect(missing(step, initialValues(step))).toEqual(['partyId', 'stance'])
    expect(missing(step, values)).toEqual([])
    expect(bodyOf(step, values)).toEqual({ partyId: 'p', stance: 'TakesPart', form: 'Oral' })
    expect(bodyOf(step, { ...values, stance: 'Refuses' })).toMatchObject({ channels: ['Suit'] })
    const change = stepForms.find(one => one.id === 'ChangeParties')!
    expect(bodyOf(change, { ...initialValues(change), action: 'Add', side: 'ThirdParty', name: 'C', reason: 'R' }))
      .toEqual({ action: 'Add', reason: 'R', party: { side: 'ThirdParty', kind: 'Person', name: 'C', identityBasis: 'KnownToMediator' } })
    expect(bodyOf(change, { ...initialValues(change), action: 'Remove', partyId: 'p', reason: 'R' })).toEqual({ action: 'Remove', partyId: 'p', reason: 'R' })
  })
})

describe('a late step', () => {
  it('goes along to the file, for its own matter and step alone, and once', () => {
    const session = stepForms.find(one => one.id === 'HoldSession')!
    carry('d', 'HoldSession', { record: 'R', result: 'Continue', attendeeIds: ['p'], commandId: 'c', place: null })
    expect(answersFor('other', session)).toEqual({})
    expect(answersFor('d', stepForms.find(one => one.id === 'CloseDispute')!)).toEqual({})
    expect(answersFor('d', session)).toEqual({ record: 'R', result: 'Continue', attendeeIds: ['p'] })
    expect(answersFor('d', session)).toEqual({})
  })
})

function movesOf(vectors: unknown): Set<string> {
  const found = new Set<string>()
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk)
    if (typeof node !== 'object' || node === null) return
    const one = node as Record<string, unknown>
    const [from, action, to] = [one.status ?? one.from, one.action, one.to]
    if (typeof from === 'string' && typeof action === 'string' && to !== null && to !== undefined) found.add(`${from} ${action}`)
    Object.values(one).forEach(walk)
  }
  walk(vectors)
  return found
}

describe('a desk', () => {
  const organisations = [
    { id: 'centre', areaCode: '340803100000', tier: 'Town', kind: 'GovernanceCenter' }, { id: 'committee', areaCode: '340803100000', tier: 'Town', kind: 'TownCommittee' },
    { id: 'works', areaCode: '340803100000', tier: 'Town', kind: 'EnterpriseCommittee' }, { id: 'village', areaCode: '340803100204', tier: 'Village', kind: 'VillageCommittee' },
  ]

  it('acts for the centre and the committee of its town, an enterprise for itself', () => {
    const at = { areaCode: '340803100000', tier: 'Town' }
    expect([...desksOf({ ...at, organisationId: 'centre' }, organisations)]).toEqual(['centre', 'committee'])
    expect([...desksOf({ ...at, organisationId: 'works' }, organisations)]).toEqual(['works'])
  })
})

describe('a stale step', () => {
  it('tells what is different now, and nothing that is the same', () => {
    const before = dispute()
    const after = dispute({ version: 3, status: 'InMediation', holder: village })
    expect(changesBetween(before, after, (_name, value) => value)).toEqual([
      { field: 'status', before: 'Registered', after: 'InMediation' }, { field: 'holder', before: 'Town centre', after: 'Village committee' },
    ])
    expect(changesBetween(before, dispute({ version: 3 }), (_name, value) => value)).toEqual([])
  })
})

describe('a correction', () => {
  it('sends a number as a number, nothing as null and a time as one of Shanghai', () => {
    expect(typed('', 'text')).toBeNull()
    expect(typed('17500', 'number')).toBe(17500)
    expect(typed('2026-11-20T09:00', 'datetime')).toBe('2026-11-20T01:00:00.000Z')
    expect(shownValue('2026-11-20T01:00:00Z', 'datetime')).toBe('2026-11-20T09:00')
    expect(shownValue(null, 'number')).toBeNull()
  })

  it('a written agreement that waits for its last signature begins with what was agreed', () => {
    const step = stepForms.find(one => one.id === 'ReachAgreement')!
    const dispute = { cases: [{ agreement: { form: 'Written', terms: 'T', effectiveOn: null } }] } as never
    const values = { ...initialValues(step, dispute), signatures: [{ partyId: 'p', kind: 'Signed', on: '2026-11-16' }], sealedOn: '2026-11-17' }
    expect(missing(step, values)).toEqual([])
    expect(bodyOf(step, values)).toEqual({
      form: 'Written', terms: 'T', signatures: [{ partyId: 'p', kind: 'Signed', on: '2026-11-16' }], sealedOn: '2026-11-17', writingAsked: false, confirmationTold: false,
    })
    expect(bodyOf(step, { ...values, form: 'Oral' })).not.toHaveProperty('sealedOn')
  })
})

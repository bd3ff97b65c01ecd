import { describe, expect, it } from 'vitest'
import { bodyOf, cardStep, initialValues, missing, stepForms } from '@/centre/dispute/steps'
import { alive, supervisionSteps } from '@/centre/dispute/supervisionSteps'
import { conclusionOf, emptyAttendee, emptyDecision, lacking } from '@/centre/supervision/conclusion'
import { cardQuery, shareText } from '@/centre/supervision/figures'
import type { Dispute } from '@/api/types'
import lifecycle from '../../../../Mediation.Tests/Vectors/lifecycle.json'

const desk = { actsFor: () => false, can: () => true }
const dispute = (oversight: object | null): Dispute => ({ id: 'd', version: 2, status: 'Registered', tier: 'Town', parties: [], cases: [], handovers: [], risks: [], oversight } as unknown as Dispute)
const form = (id: string) => stepForms.find(one => one.id === id)!

describe('a step of supervision', () => {
  it('is offered when the server says with the file that it may be sent, and only then', () => {
    expect(cardStep('IssueCard', dispute({ can: ['IssueCard'] }), desk)?.id).toBe('IssueCard')
    expect(cardStep('IssueCard', dispute({ can: ['CancelCard'] }), desk)).toBeNull()
    expect(cardStep('IssueCard', dispute(null), desk)).toBeNull()
  })

  it('knows the statuses in which the lifecycle lets it in', () => {
    const text = JSON.stringify(lifecycle)
    expect(text).toContain('Supervise')
    for (const step of supervisionSteps) expect(step.statuses).toEqual(alive)
  })

  it('begins with what was named before: whoever changes the person keeps the leader', () => {
    const before = dispute({ can: [], sponsorship: { leaderName: 'L', leaderPost: 'P', leaderTier: 'District', unit: null, person: null, acceptedOn: '2026-11-01', dueOn: null, plan: null } })
    expect(bodyOf(form('AssignSponsor'), { ...initialValues(form('AssignSponsor'), before), person: 'Q' })).toEqual({ leaderName: 'L', leaderPost: 'P', leaderTier: 'District', person: 'Q', acceptedOn: '2026-11-01' })
  })

  it('asks for the post of a leader only where one is named, and for a reason only where time is refused', () => {
    const sponsor = form('AssignSponsor')
    expect(missing(sponsor, { ...initialValues(sponsor), unit: 'U' })).toEqual([])
    expect(missing(sponsor, { ...initialValues(sponsor), leaderName: 'L' })).toEqual(['leaderPost', 'leaderTier'])
    const decide = form('DecideExtension')
    expect(missing(decide, { ...initialValues(decide), decision: 'refused' })).toEqual(['reason'])
    expect(bodyOf(decide, { ...initialValues(decide), decision: 'refused', reason: 'R' })).toEqual({ granted: false, reason: 'R' })
    expect(bodyOf(decide, { ...initialValues(decide), decision: 'granted', workdays: 3, note: 'N' })).toEqual({ granted: true, workdays: 3, reason: 'N' })
  })
})

describe('the minutes', () => {
  const whole = { attendance: [{ name: ' A ', post: '', present: true }, emptyAttendee()], forecast: '', summary: ' S ', decisions: [{ disputeId: '', decision: 'D', unit: 'U', person: 'P', dueOn: '2026-12-01' }, emptyDecision()] }

  it('leave out rows that nobody began', () => {
    expect(lacking(whole)).toEqual([])
    expect(conclusionOf(whole)).toEqual({
      attendance: [{ name: 'A', post: null, present: true }], forecast: null, summary: 'S', decisions: [{ disputeId: null, decision: 'D', unit: 'U', person: 'P', dueOn: '2026-12-01' }],
    })
  })

  it('name what is missing of a row that was begun, and somebody who was there', () => {
    expect(lacking({ ...whole, attendance: [emptyAttendee()], decisions: [{ ...emptyDecision(), disputeId: 'd' }] }))
      .toEqual(['attendance[0].name', 'decisions[0].decision', 'decisions[0].unit', 'decisions[0].person', 'decisions[0].dueOn'])
    expect(lacking({ ...whole, attendance: [...whole.attendance, { name: '', post: 'P', present: true }] })).toEqual(['attendance[2].name'])
  })
})

it('cards are asked for in the words of the API, an unknown word asks for all', () => {
  expect(cardQuery('late')).toEqual({ late: true })
  expect(cardQuery('')).toEqual({})
  expect(cardQuery('under')).toEqual({})
})

it('a share says what it is made of; with nothing to divide there is no percent', () => {
  expect(shareText({ numerator: 9, denominator: 11, percent: 81.8 })).toBe('81.8% (9/11)')
  expect(shareText({ numerator: 0, denominator: 0, percent: null })).toBe('0/0')
})

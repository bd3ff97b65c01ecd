import { describe, expect, it, vi } from 'vitest'
import { commandsFor, goesUp, handOut, tally, type Result } from '@/centre/triage/bulk'
import { actOf, moved } from '@/centre/triage/keys'
import type { Schemas } from '@/api/types'
import { countOf, narrow, readSelection, writeSelection, type LedgerItem } from '@/centre/triage/lanes'

const item = (id: string, change: Partial<LedgerItem> = {}): LedgerItem => ({
  id, version: 3, status: 'Registered', tier: 'Village', type: 'Neighbor', riskLevel: 'Green', areaCode: '340803100204', subject: `matter ${id}`, receivedAt: '2026-11-20T01:00:00Z',
  occurredOn: '2026-11-20', peopleInvolved: 2, amount: null, responsible: { id: 'village', name: 'Village committee', tier: 'Village' }, holder: { id: 'town', name: 'Town centre', tier: 'Town' },
  hostId: null, parties: [{ side: 'Applicant', name: 'Wang' }], dueOn: '2026-11-25', late: false, lateSince: null, closedOn: null, pendingHandoverId: null, flags: [], ...change,
} as LedgerItem)

const ids = (): (() => string) => {
  let next = 0
  return () => `id${++next}`
}
const desk = { actsFor: (id: string) => id === 'town', tier: 'Town' as const }

describe('handing out', () => {
  it('sends a registered matter to a host by accepting it, a running one by naming another', () => {
    const [accepted] = commandsFor(item('a'), { kind: 'mediator', mediatorId: 'm' }, desk, ids())
    expect(accepted).toEqual({ method: 'POST', path: '/api/disputes/a/acceptance', body: { commandId: 'id1', baseVersion: 3, hostId: 'm' } })
    const [named] = commandsFor(item('a', { status: 'InMediation' }), { kind: 'mediator', mediatorId: 'm' }, desk, ids())
    expect(named).toMatchObject({ method: 'PUT', path: '/api/disputes/a/mediators' })
  })

  it('accepts what waits on the own desk first, and chains the second command to it', () => {
    const waiting = item('a', { status: 'HandoverPending', pendingHandoverId: 'h' })
    const [first, second] = commandsFor(waiting, { kind: 'organisation', organisationId: 'v', tier: 'Village', sector: false, reason: 'NotAttempted' }, desk, ids())
    expect(first).toEqual({ method: 'POST', path: '/api/handovers/h/acceptance', body: { commandId: 'id1', baseVersion: 3 } })
    expect(second).toEqual({ method: 'POST', path: '/api/disputes/a/return', body: { commandId: 'id2', after: 'id1', reason: 'NotAttempted', toOrganisationId: 'v' } })
  })

  it('goes up to a higher tier or a sector committee and down to a lower one', () => {
    expect(goesUp('Town', 'District', false)).toBe(true)
    expect(goesUp('Town', 'Village', false)).toBe(false)
    expect(goesUp('District', 'District', true)).toBe(true)
    expect(goesUp('Town', 'Town', false)).toBe(false)
  })

  it('gives every matter a result of its own: one refusal stops no other', async () => {
    const results: Result[] = ['a', 'b', 'c'].map(id => ({ item: item(id), state: 'waiting', sentence: '', nowAt: '' }))
    const send = vi.fn(async (command: { path: string }) => {
      if (command.path.includes('/b/')) throw new Error('not yours')
      return { id: 'a' } as Schemas['DisputeView']
    })
    await handOut(results, one => commandsFor(one, { kind: 'mediator', mediatorId: 'm' }, desk, ids()), send, failure => (failure as Error).message)
    expect(results.map(one => [one.state, one.sentence])).toEqual([['done', ''], ['failed', 'not yours'], ['done', '']])
    expect(tally(results)).toEqual({ done: 2, failed: 1 })
  })

  it('leaves alone what is done when the refused are tried again', async () => {
    const results: Result[] = [{ item: item('a'), state: 'done', sentence: '', nowAt: '' }, { item: item('b'), state: 'failed', sentence: 'x', nowAt: '' }]
    const send = vi.fn(async () => ({ id: 'a' }) as Schemas['DisputeView'])
    await handOut(results, one => commandsFor(one, { kind: 'mediator', mediatorId: 'm' }, desk, ids()), send, String)
    expect(send).toHaveBeenCalledTimes(1)
    expect(tally(results)).toEqual({ done: 2, failed: 0 })
  })
})

describe('handing out what was taken over and then refused', () => {
  it('knows where it lies, sends the very same commands again, and begins there for another target', async () => {
    const waiting = item('a', { status: 'HandoverPending', pendingHandoverId: 'h', holder: { id: 'town', name: 'Town centre', tier: 'Town' } })
    const results: Result[] = [{ item: waiting, state: 'waiting', sentence: '', nowAt: '' }]
    const taken = { id: 'a', version: 4, status: 'Registered', holder: { id: 'town', name: 'Town centre', tier: 'Town' }, responsible: { id: 'town', name: 'Town centre', tier: 'Town' } } as Schemas['DisputeView']
    const send = vi.fn(async (command: { path: string }) => {
      if (command.path.endsWith('/return')) throw new Error('no')
      return taken
    })
    const down = { kind: 'organisation', organisationId: 'v', tier: 'Village', sector: false, reason: 'NotAttempted' } as const
    await handOut(results, one => commandsFor(one, down, desk, ids()), send, failure => (failure as Error).message)
    expect(results[0]).toMatchObject({ state: 'failed', sentence: 'no', nowAt: 'Town centre', item: { version: 4, status: 'Registered', pendingHandoverId: null } })
    expect(commandsFor(results[0]!.item, { kind: 'mediator', mediatorId: 'm' }, desk, ids())).toEqual([
      { method: 'POST', path: '/api/disputes/a/acceptance', body: { commandId: 'id1', baseVersion: 4, hostId: 'm' } },
    ])
  })
})

describe('keys of the queue', () => {
  it('mean what the help says', () => {
    expect(['j', 'ArrowDown', 'k', 'Enter', 'a', 'x', '/', '?', 'h', 'Escape', 'q'].map(key => actOf({ key }, null)))
      .toEqual(['down', 'down', 'up', 'open', 'accept', 'select', 'search', 'help', 'handOut', 'clear', null])
  })

  it('leave alone who writes, who presses a button with Enter, and the browser\'s own keys', () => {
    expect(actOf({ key: 'j' }, { tagName: 'INPUT', type: 'search' })).toBeNull()
    expect(actOf({ key: 'x' }, { tagName: 'INPUT', type: 'checkbox' })).toBe('select')
    expect(actOf({ key: 'Escape' }, { tagName: 'INPUT', type: 'search' })).toBe('clear')
    expect(actOf({ key: 'Enter' }, { tagName: 'BUTTON' })).toBeNull()
    expect(actOf({ key: 'a', ctrlKey: true }, null)).toBeNull()
    expect(actOf({ key: 'j', isComposing: true }, null)).toBeNull()
  })

  it('keep the cursor inside the list', () => {
    expect(moved(-1, 'down', 3)).toBe(0)
    expect(moved(-1, 'up', 3)).toBe(0)
    expect(moved(2, 'down', 3)).toBe(2)
    expect(moved(0, 'up', 3)).toBe(0)
    expect(moved(0, 'last', 3)).toBe(2)
    expect(moved(0, 'down', 0)).toBe(-1)
  })
})

describe('the queue', () => {
  it('counts a lane, and nothing before it was read', () => {
    expect(countOf('Late', { late: 4, total: 9 })).toBe(4)
    expect(countOf('', { late: 4, total: 9 })).toBe(9)
    expect(countOf('Red', null)).toBe(0)
  })

  it('is narrowed by type, level and words', () => {
    const rows = [item('a'), item('b', { riskLevel: 'Red', type: 'Medical', parties: [{ side: 'Applicant', name: null }] })]
    expect(narrow(rows, { type: '', risk: 'Red', q: '' }).map(one => one.id)).toEqual(['b'])
    expect(narrow(rows, { type: 'Neighbor', risk: '', q: 'WANG' }).map(one => one.id)).toEqual(['a'])
    expect(narrow(rows, { type: '', risk: '', q: 'town' })).toHaveLength(2)
  })

  it('keeps the selection in the address, each once', () => {
    expect(readSelection(writeSelection(['a', 'b', 'a']))).toEqual(['a', 'b'])
    expect(readSelection('')).toEqual([])
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import type { Dispute } from '@/offline/types'
import { disputeOf, newServer, newTablet, problem, rest, type FakeServer, type Wire } from './world'

let server: FakeServer
let tablet: Awaited<ReturnType<typeof newTablet>>
const id = '0193a000-0000-7000-8000-0000000000aa'

/** A tablet that has one dispute from the server. */
beforeEach(async () => {
  server = newServer()
  const known = disputeOf(id, { parties: [{ id: 'p1', name: 'A', phone: '13900001234' }, { id: 'p2', name: 'B' }] as never, place: 'barn' })
  server.disputes.set(id, known)
  server.changes = [{ items: [{ kind: 'Dispute', disputeId: id, dispute: known }], next: 'c1', more: false }]
  tablet = await newTablet(server)
  await tablet.signIn('001', 'secret')
  await tablet.setPin('246810')
  await rest(tablet)
})

/** Somebody else changes the dispute on the server. */
const elsewhere = (more: Partial<Dispute>): void => {
  const now = server.disputes.get(id)!
  server.disputes.set(id, { ...now, ...more, version: now.version + 1 })
}

const only = () => tablet.store.outbox.value[0]!
const correct = (field: string, old: unknown, value: unknown) => tablet.perform('CorrectDispute', id, { field, old, new: value, reason: 'r' })
const sentLast = (): Wire => [...server.accepted.values()].at(-1)!

describe('the answers', () => {
  it('accepted: the entry goes, the server\'s word stays, and the day is the day of the act', async () => {
    await tablet.perform('RecordFollowUp', id, { by: 'Visit', performed: true })
    await rest(tablet)
    expect(tablet.store.outbox.value).toHaveLength(0)
    expect(tablet.store.disputes.value.get(id)!.server!.version).toBe(2)
    expect(sentLast()).toMatchObject({ baseVersion: 1, after: null, ruleSet: 'r1', body: { on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) } })
    expect((await tablet.allHistory())[0]).toMatchObject({ outcome: 'accepted' })
  })

  it('refused: stays with its reason, is put right and goes again', async () => {
    server.answer = entry => (entry.body.record === 'bad' ? { answer: 'refused', code: 'x.y', title: 'No.', statute: 'law 1', errors: { record: ['why'] } } : undefined)
    await tablet.perform('RecordFollowUp', id, { by: 'Visit', performed: true, record: 'bad' })
    await rest(tablet)
    expect(only()).toMatchObject({ state: 'attention', trouble: { answer: 'refused', code: 'x.y', statute: 'law 1', errors: { record: ['why'] } } })
    expect(tablet.store.disputes.value.get(id)!.standing).toBe('attention')
    await rest(tablet)
    expect(server.calls.filter(one => one.path === '/api/sync/commands')).toHaveLength(1)
    await tablet.amend(only().commandId, { ...only().body, record: 'good' })
    await rest(tablet)
    expect(sentLast().body.record).toBe('good')
    expect(tablet.store.outbox.value).toHaveLength(0)
  })

  it('refused: what follows in the chain waits, another dispute does not', async () => {
    server.answer = entry => (entry.kind === 'HoldSession' ? { answer: 'refused', code: 'no' } : undefined)
    server.online = false
    await tablet.perform('HoldSession', id, {})
    await tablet.perform('ReachAgreement', id, { terms: 't' })
    await tablet.perform('RegisterDispute', '0193a000-0000-7000-8000-0000000000bb', { type: 'Other' })
    server.online = true
    await rest(tablet)
    expect(tablet.store.outbox.value.map(one => [one.kind, one.state])).toEqual([['HoldSession', 'attention'], ['ReachAgreement', 'held']])
    expect(server.accepted.has('0193a000-0000-7000-8000-0000000000bb')).toBe(true)
    const head = only()
    await tablet.withdraw(head.commandId, 'was wrong')
    expect(only()).toMatchObject({ kind: 'ReachAgreement', after: null, baseVersion: 1 })
    await rest(tablet)
    expect(tablet.store.outbox.value).toHaveLength(0)
    expect((await tablet.allHistory()).find(one => one.outcome === 'withdrawn')).toMatchObject({ commandId: head.commandId, reason: 'was wrong' })
  })

  it('held because the server was too busy: nothing is wrong with it, and it goes again', async () => {
    let busy = true
    server.answer = () => (busy ? { answer: 'held', code: 'busy', title: 'Later.' } : undefined)
    await tablet.perform('HoldSession', id, {})
    await rest(tablet)
    expect(only()).toMatchObject({ state: 'waiting', trouble: null })
    busy = false
    await rest(tablet)
    expect(tablet.store.outbox.value).toHaveLength(0)
  })

  it('stale: goes again by itself when others changed other fields', async () => {
    elsewhere({ subject: 'new subject' })
    await correct('place', 'barn', 'gate')
    await rest(tablet)
    expect(tablet.store.outbox.value).toHaveLength(0)
    expect(sentLast()).toMatchObject({ baseVersion: 2, body: { new: 'gate' } })
  })

  it('stale: a mask in place of the whole number is no change of others', async () => {
    elsewhere({ subject: 's', parties: [{ id: 'p1', name: 'A', phone: '139****1234' }, { id: 'p2', name: 'B' }] as never })
    await correct('parties.p1.phone', '13900001234', '13911112222')
    await rest(tablet)
    expect(tablet.store.outbox.value).toHaveLength(0)
  })

  it('stale: both changed one field, so a person sees both values and chooses mine', async () => {
    elsewhere({ place: 'well' })
    await correct('place', 'barn', 'gate')
    await rest(tablet)
    expect(only().trouble).toMatchObject({ answer: 'stale', conflicts: [{ field: 'place', mine: 'gate', theirs: 'well' }] })
    await tablet.resolveConflict(only().commandId, 'mine', 'place')
    await rest(tablet)
    expect(sentLast()).toMatchObject({ baseVersion: 2, body: { old: 'well', new: 'gate', resolveConflict: { field: 'place', mine: 'gate', theirs: 'well' } } })
    expect(tablet.store.outbox.value).toHaveLength(0)
  })

  it('stale: theirs is chosen, and the journal still hears both', async () => {
    elsewhere({ place: 'well' })
    await correct('place', 'barn', 'gate')
    await rest(tablet)
    await tablet.resolveConflict(only().commandId, 'theirs', 'place')
    await rest(tablet)
    expect(sentLast().body).toMatchObject({ old: 'well', new: 'well', resolveConflict: { mine: 'gate', theirs: 'well' } })
  })

  it('stale: of a chain each command that touches what others changed waits for a person, the rest goes', async () => {
    server.online = false
    await correct('place', 'barn', 'gate')
    await correct('subject', 'wall', 'fence')
    elsewhere({ subject: 'hedge' })
    server.online = true
    await rest(tablet)
    expect(sentLast().body).toMatchObject({ field: 'place', new: 'gate' })
    expect(tablet.store.outbox.value.map(one => one.trouble!.conflicts[0])).toEqual([{ field: 'subject', mine: 'fence', theirs: 'hedge' }])
  })

  it('stale: a reversal never goes again by itself', async () => {
    elsewhere({ subject: 'other' })
    await tablet.perform('ReverseStep', id, { reason: 'r' })
    await rest(tablet)
    expect(only().state).toBe('attention')
  })

  it('forwarded: shown with its desk until it is read, and kept in the history', async () => {
    server.answer = () => ({ answer: 'forwarded', code: 'late', holder: { id: 'h', name: 'Town', tier: 'Town' } })
    await tablet.perform('HoldSession', id, {})
    await rest(tablet)
    expect(tablet.store.disputes.value.get(id)!.standing).toBe('forwarded')
    expect(only().trouble!.holder!.name).toBe('Town')
    await tablet.acknowledge(only().commandId)
    expect(tablet.store.outbox.value).toHaveLength(0)
    expect((await tablet.allHistory())[0]).toMatchObject({ outcome: 'forwarded', reason: 'Town' })
  })

  it.each([[401, 'session.missing'], [403, 'role.not-allowed'], [404, 'not-found'], [409, 'id.taken'], [422, 'rule'], [429, 'many'], [503, 'busy']])(
    'a batch that fails with %i loses nothing', async (status, code) => {
      server.route = (_method, path) => (path === '/api/sync/commands' ? problem(status, code) : undefined)
      await tablet.perform('HoldSession', id, { record: 'word' })
      await rest(tablet)
      expect(only()).toMatchObject({ body: { record: 'word' } })
      expect(tablet.store.lastTrouble.value).not.toBeNull()
      server.route = () => undefined
      await rest(tablet)
      expect(tablet.store.outbox.value).toHaveLength(0)
    })

  it('a batch that is malformed or too large is sent in smaller pieces, and only the bad entry stops', async () => {
    const other = '0193a000-0000-7000-8000-0000000000cc'
    server.route = (_method, path, body: { entries?: Wire[] }) =>
      (path === '/api/sync/commands' && body.entries!.some(one => one.body.record === 'bad') ? problem(400, 'validation', { errors: { 'entries[0]': ['bad'] } }) : undefined)
    server.online = false
    await tablet.perform('HoldSession', id, { record: 'bad' })
    await tablet.perform('RegisterDispute', other, { type: 'Other' })
    server.online = true
    await rest(tablet)
    expect(server.accepted.has(other)).toBe(true)
    expect(tablet.store.outbox.value).toMatchObject([{ kind: 'HoldSession', state: 'attention', trouble: { code: 'validation' } }])
  })

  it('a server that does not know the tablet is told, and asked again', async () => {
    let known = false
    server.route = (method, path) => {
      if (method === 'PUT' && path.startsWith('/api/devices/')) known = true
      return path === '/api/sync/commands' && !known ? problem(404, 'device.unknown') : undefined
    }
    await tablet.perform('HoldSession', id, {})
    await rest(tablet)
    expect(known).toBe(true)
    expect(tablet.store.outbox.value).toHaveLength(0)
  })

  it('a double tap is one command', async () => {
    server.online = false
    const commandId = '0193a000-0000-7000-8000-0000000000dd'
    await Promise.all([tablet.perform('HoldSession', id, {}, { commandId }), tablet.perform('HoldSession', id, {}, { commandId })])
    expect(tablet.store.outbox.value).toHaveLength(1)
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { disputeOf, json, newServer, newTablet, problem, reload, rest, type FakeServer } from './world'

let server: FakeServer
let tablet: Awaited<ReturnType<typeof newTablet>>
const one = '0193a000-0000-7000-8000-000000000001'
const two = '0193a000-0000-7000-8000-000000000002'

const page = (next: string, more: boolean, ...items: Record<string, unknown>[]) => ({ items, next, more })
const shows = (id: string, more: object = {}) => ({ kind: 'Dispute', disputeId: id, dispute: disputeOf(id, more) })
const removes = (id: string) => ({ kind: 'Removal', disputeId: id, reason: 'AccessLost' })
const asked = (): (string | null)[] => server.calls.filter(call => call.path.startsWith('/api/sync/changes')).map(call => new URL(call.path, 'http://x').searchParams.get('after'))

beforeEach(async () => {
  server = newServer()
  server.changes = [page('c1', true, shows(one)), page('c2', false, shows(two, { subject: 'well and ditch' }))]
  tablet = await newTablet(server)
  await tablet.signIn('001', 'secret')
  await tablet.setPin('246810')
  await rest(tablet)
})

describe('what comes from the server', () => {
  it('is paged through, kept over a reload, found by its words, and asked for from the last cursor on', async () => {
    expect([...tablet.store.disputes.value.keys()].sort()).toEqual([one, two])
    expect(asked().slice(0, 2)).toEqual([null, 'c1'])
    tablet = await reload(server)
    server.online = false
    await tablet.unlock(server.accounts['001']!.session.id as string, '246810')
    expect(tablet.search('ditch').map(found => found.id)).toEqual([two])
    expect(tablet.search('Ｗｅｌｌ').map(found => found.id)).toEqual([two])
    server.online = true
    server.changes = [page('c3', false)]
    await rest(tablet)
    expect(asked().at(2)).toBe('c2')
  })

  it('goes when access is lost', async () => {
    server.changes = [page('c3', false, removes(one))]
    await rest(tablet)
    expect([...tablet.store.disputes.value.keys()]).toEqual([two])
    expect(asked().length).toBeGreaterThan(2)
  })

  it('stays with unsent work when access is lost, says so, and goes when the holder has that work', async () => {
    let cut = true
    server.route = (_method, path) => (path === '/api/sync/commands' && cut ? json({ serverTime: '', skewSeconds: 0, skewFlagged: false, answers: [] }) : undefined)
    await tablet.perform('HoldSession', one, { record: 'word' })
    server.changes = [page('c3', false, removes(one))]
    await rest(tablet)
    expect(tablet.store.disputes.value.has(one)).toBe(true)
    expect(tablet.store.outbox.value[0]).toMatchObject({ state: 'waiting', trouble: { answer: 'accessLost', code: 'removal.AccessLost' } })
    cut = false
    server.answer = () => ({ answer: 'forwarded', holder: { id: 'h', name: 'Town', tier: 'Town' } })
    await rest(tablet)
    expect(tablet.store.outbox.value[0]!.trouble!.answer).toBe('forwarded')
    await tablet.acknowledge(tablet.store.outbox.value[0]!.commandId)
    await rest(tablet)
    expect([...tablet.store.disputes.value.keys()]).toEqual([two])
  })

  it('begins afresh when the server was set up anew, and keeps the outbox and its author', async () => {
    server.online = false
    await tablet.perform('HoldSession', one, { record: 'word' })
    server.online = true
    let gone = 0
    const known = (): number => asked().lastIndexOf(null)
    server.disputes.clear()
    server.route = (_method, path) => {
      if (path === '/api/sync/commands') return problem(503, 'starting')
      return undefined
    }
    await rest(tablet)
    expect(tablet.store.outbox.value).toHaveLength(1)
    server.answer = () => ({ answer: 'refused', code: 'not-found' })
    server.route = (_method, path) => (path.startsWith('/api/sync/changes') && gone++ === 0 ? problem(410, 'cursor.unknown') : undefined)
    server.changes = [page('n1', false, shows('0193a000-0000-7000-8000-000000000003'))]
    await rest(tablet)
    expect(asked()[known() - 1]).toBe('c2')
    // What the server does not name is gone, but for what has unsent work.
    expect([...tablet.store.disputes.value.keys()].sort()).toEqual([one, '0193a000-0000-7000-8000-000000000003'])
    expect(tablet.store.outbox.value[0]).toMatchObject({ body: { record: 'word' }, state: 'attention', trouble: { code: 'not-found' } })
  })

  it('is put away when it is over for 90 days, unless it has unsent work', async () => {
    const day = (ago: number): string => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10)
    const old = { status: 'Closed', closedOn: day(120), lastStepOn: day(120) }
    server.changes = [page('c3', false, shows(one, old), shows(two, { ...old, closedOn: day(80), lastStepOn: day(80) }), shows('0193a000-0000-7000-8000-000000000009', { lastStepOn: day(400) }))]
    await rest(tablet)
    expect([...tablet.store.disputes.value.keys()].sort()).toEqual([two, '0193a000-0000-7000-8000-000000000009'])
    server.answer = () => ({ answer: 'refused', code: 'no' })
    await tablet.perform('RecordFollowUp', two, { by: 'Visit' })
    server.changes = [page('c4', false, shows(two, old))]
    await rest(tablet)
    expect(tablet.store.disputes.value.has(two)).toBe(true)
  })
})

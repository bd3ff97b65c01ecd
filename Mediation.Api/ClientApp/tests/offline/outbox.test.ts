import { beforeEach, describe, expect, it } from 'vitest'
import { disputeOf, newServer, newTablet, reload, rest, type FakeServer } from './world'

let server: FakeServer
let tablet: Awaited<ReturnType<typeof newTablet>>

beforeEach(async () => {
  server = newServer()
  tablet = await newTablet(server)
  await tablet.signIn('001', 'secret')
  await tablet.setPin('246810')
  await rest(tablet)
})

describe('the outbox', () => {
  it('keeps a chain in its order and empties only when the server confirmed it', async () => {
    server.online = false
    const id = '0193a000-0000-7000-8000-000000000001'
    await tablet.perform('RegisterDispute', id, { type: 'Neighbor', areaCode: '340803101001', risks: [], parties: [{ side: 'Applicant', name: 'A' }] })
    const [first, second] = await Promise.all([tablet.perform('AcceptDispute', id, { hostId: 'm1' }), tablet.perform('HoldSession', id, { attendeeIds: [], result: 'Continue' })])
    expect([first.after, second.after]).toEqual([id, first.commandId])
    expect(tablet.store.disputes.value.get(id)!.view.status).toBe('InMediation')
    expect(tablet.store.disputes.value.get(id)!.view.cases[0]!.sessions).toHaveLength(1)
    await rest(tablet)
    expect(tablet.store.outbox.value).toHaveLength(3)
    server.online = true
    await rest(tablet)
    expect([...server.accepted.values()].map(one => one.kind)).toEqual(['RegisterDispute', 'AcceptDispute', 'HoldSession'])
    expect(tablet.store.outbox.value).toHaveLength(0)
    expect(tablet.store.disputes.value.get(id)!.standing).toBe('accepted')
  })

  it('survives a reload, and a lost reply is answered as a replay', async () => {
    const id = '0193a000-0000-7000-8000-000000000002'
    let lost = true
    server.route = (_method, path) => {
      if (path !== '/api/sync/commands' || !lost) return undefined
      // The server carried it out, and the answer never came.
      server.accepted.set(id, {} as never)
      server.disputes.set(id, disputeOf(id))
      throw new TypeError('cut')
    }
    await tablet.perform('RegisterDispute', id, { type: 'Neighbor' })
    await rest(tablet)
    expect(tablet.store.outbox.value[0]).toMatchObject({ state: 'waiting' })
    expect(tablet.isMine(tablet.store.outbox.value[0]!)).toBe(false)
    lost = false
    tablet = await reload(server)
    expect(tablet.store.outbox.value).toHaveLength(0)
    await tablet.unlock(server.session!.id as string, '246810')
    expect(tablet.store.disputes.value.size).toBe(1)
    await rest(tablet)
    expect(tablet.store.outbox.value).toHaveLength(0)
    expect(tablet.store.disputes.value.get(id)!.standing).toBe('accepted')
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { AccountDb, DeviceDb } from '@/offline/db'
import { waitAfter, WrongPin } from '@/offline/vault'
import { newServer, newTablet, reload, rest, type FakeServer } from './world'

let server: FakeServer
let tablet: Awaited<ReturnType<typeof newTablet>>
const pin = '246810'
const idOf = (name: string): string => server.accounts[name]!.session.id as string
const matter = '0193a000-0000-7000-8000-00000000000'

/** Everything that lies in the stores, as text: nothing personal may be found in it. */
async function everything(accountId: string): Promise<string> {
  let text = ''
  const say = (value: unknown): string => value instanceof Uint8Array ? new TextDecoder().decode(value)
    : value instanceof ArrayBuffer ? new TextDecoder().decode(value)
    : typeof value === 'object' && value !== null ? Object.entries(value).map(([name, one]) => `${name}=${say(one)}`).join(';') : String(value)
  for (const db of [new DeviceDb(), new AccountDb(accountId)]) {
    await db.open()
    for (const table of db.tables) for (const row of await table.toArray()) text += say(row)
    db.close()
  }
  return text
}

beforeEach(async () => {
  server = newServer()
  tablet = await newTablet(server)
  await tablet.signIn('001', 'secret')
  await tablet.setPin(pin)
  await rest(tablet)
})

describe('people at one tablet', () => {
  it('leave nothing personal outside the encryption', async () => {
    server.online = false
    await tablet.perform('RegisterDispute', `${matter}1`, { type: 'Neighbor', parties: [{ name: 'Zhangsan', phone: '13900000000' }] })
    const draft = await tablet.draft('intake/1', () => ({ text: '' }))
    draft.value.text = 'Lisi said'
    await tablet.lock()
    const text = await everything(idOf('001'))
    expect(text).toContain(`${matter}1`)
    for (const secret of ['Zhangsan', '13900000000', 'Lisi', pin, 'secret', 'displayName']) expect(text).not.toContain(secret)
  })

  it('have stores of their own: signing in as another touches nobody else, and signing out keeps unsent work', async () => {
    server.online = false
    await tablet.perform('RegisterDispute', `${matter}1`, { type: 'Neighbor' })
    const draft = await tablet.draft('intake/1', () => ({ text: '' }))
    draft.value.text = 'half a sentence'
    await tablet.signOut()
    server.online = true
    await tablet.signIn('002', 'secret')
    await tablet.setPin('135791')
    await rest(tablet)
    expect(tablet.store.outbox.value).toHaveLength(0)
    expect(tablet.store.disputes.value.size).toBe(0)
    expect(await tablet.drafts('intake/')).toHaveLength(0)
    expect(server.accepted.size).toBe(0)
    await tablet.signOut()
    await tablet.unlock(idOf('001'), pin)
    expect(tablet.store.outbox.value.map(one => one.commandId)).toEqual([`${matter}1`])
    expect((await tablet.drafts('intake/'))[0]!.value).toEqual({ text: 'half a sentence' })
  })

  it('never send in the name of another: the session must be the author\'s', async () => {
    server.online = false
    await tablet.perform('RegisterDispute', `${matter}1`, { type: 'Neighbor' })
    await tablet.lock()
    server.online = true
    server.session = server.accounts['002']!.session
    await tablet.unlock(idOf('001'), pin)
    await rest(tablet)
    expect(server.accepted.size).toBe(0)
    expect(server.session).toBeNull()
    expect(tablet.device.signedIn.value).toBe(false)
    await tablet.signIn('001', 'secret')
    await rest(tablet)
    expect([...server.accepted.keys()]).toEqual([`${matter}1`])
  })

  it('wait longer with every wrong PIN after the fifth, also after a reload', async () => {
    await tablet.lock()
    for (let i = 0; i < 5; i++) await expect(tablet.unlock(idOf('001'), '000000')).rejects.toMatchObject({ waitSeconds: i < 4 ? 0 : 30, left: 4 - i })
    tablet = await reload(server)
    await expect(tablet.unlock(idOf('001'), pin)).rejects.toMatchObject({ message: 'wrong pin' })
    const { tryPin } = await import('@/offline/vault')
    expect(await tryPin(idOf('001'), pin, Date.now() + 31_000)).not.toBeNull()
    await tablet.unlock(idOf('001'), pin)
    expect(tablet.device.locked.value).toBe(false)
    expect([5, 6, 7, 20].map(waitAfter)).toEqual([30, 60, 120, 3600])
    expect(new WrongPin(1, 0)).toBeInstanceOf(Error)
  })

  it('work without a network after a reload, and find the draft of before the lock', async () => {
    const draft = await tablet.draft('steps/1', () => ({ text: '', more: 1 }))
    draft.value.text = 'a'
    draft.value.text = 'ab'
    await tablet.lock()
    server.online = false
    tablet = await reload(server)
    expect(tablet.device.locked.value).toBe(true)
    expect(tablet.store.disputes.value.size).toBe(0)
    await tablet.unlock(idOf('001'), pin)
    const found = await tablet.draft('steps/1', () => ({ text: '', more: 1 }))
    expect(found.value).toEqual({ text: 'ab', more: 1 })
    await found.discard()
    expect(await tablet.drafts()).toHaveLength(0)
  })

  it('open the store with the PIN when the password was changed elsewhere', async () => {
    await tablet.signOut()
    server.accounts['001']!.password = 'other'
    await tablet.signIn('001', 'other')
    expect(tablet.device.locked.value).toBe(true)
    await tablet.unlock(idOf('001'), pin)
    await tablet.signOut()
    await tablet.signIn('001', 'other')
    expect(tablet.device.locked.value).toBe(false)
    // The password was just typed: a forgotten PIN is replaced without the old one.
    await tablet.setPin('975310')
    await tablet.lock()
    await tablet.unlock(idOf('001'), '975310')
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import type { ExportFile } from '@/offline/parcel'
import { disputeOf, json, newServer, newTablet, problem, rest, type FakeServer } from './world'

let server: FakeServer
let tablet: Awaited<ReturnType<typeof newTablet>>
let town: CryptoKeyPair
const id = '0193a000-0000-7000-8000-000000000001'
const left: ExportFile[] = []

const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0))

/** As the town opens it. */
async function opened(file: ExportFile): Promise<{ accountId: string; entries: Record<string, unknown>[] }> {
  const theirs = await crypto.subtle.importKey('jwk', file.ephemeralKey, { name: 'ECDH', namedCurve: 'P-256' }, false, [])
  const bits = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, town.privateKey, 256)
  const key = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: new TextEncoder().encode('mediation-export-1') },
    await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey']), { name: 'AES-GCM', length: 256 }, false, ['decrypt'])
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes(file.iv) }, key, bytes(file.ciphertext))
  return JSON.parse(new TextDecoder().decode(plain)) as never
}

beforeEach(async () => {
  left.length = 0
  town = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']) as CryptoKeyPair
  const publicKey = await crypto.subtle.exportKey('jwk', town.publicKey)
  server = newServer()
  server.route = (method, path, body) => {
    if (path === '/api/sync/export-key') return json({ keyId: 'k1', algorithm: 'ECDH-P256+HKDF-SHA256+A256GCM', publicKey })
    if (path === '/api/sync/exports' && method === 'POST') { left.push(body as ExportFile); return json({}) }
    return undefined
  }
  server.changes = [{ items: [{ kind: 'Dispute', disputeId: id, dispute: disputeOf(id) }], next: 'c1', more: false }]
  server.answer = () => ({ answer: 'refused', code: 'no', title: 'No.' })
  tablet = await newTablet(server)
  await tablet.signIn('001', 'secret')
  await tablet.setPin('246810')
  await tablet.perform('HoldSession', id, { record: 'secret word' })
  await rest(tablet)
})

describe('the file for the town', () => {
  it('holds all unsent work, opens with the town\'s key alone, and empties nothing', async () => {
    const file = JSON.parse(await (await tablet.exportOutbox()).text()) as ExportFile
    expect(file).toMatchObject({ format: 'mediation-export-1', keyId: 'k1', deviceId: tablet.device.id.value })
    expect(JSON.stringify(file)).not.toContain('secret word')
    expect(Object.keys(file.ephemeralKey).sort()).toEqual(['crv', 'kty', 'x', 'y'])
    const plain = await opened(file)
    expect(plain.accountId).toBe(server.session!.id)
    expect(plain.entries).toMatchObject([{ kind: 'HoldSession', body: { record: 'secret word' }, state: 'attention', reason: 'no: No.' }])
    expect(tablet.store.outbox.value).toHaveLength(1)
  })

  it('can be made without a network once the key is known', async () => {
    server.online = false
    const file = JSON.parse(await (await tablet.exportOutbox()).text()) as ExportFile
    expect((await opened(file)).entries).toHaveLength(1)
  })

  it('can be made though there was nothing to send as long as there was a network', async () => {
    const other = await newTablet(server)
    await other.signIn('002', 'secret')
    await other.setPin('135791')
    await rest(other)
    server.online = false
    await other.perform('HoldSession', id, { record: 'later word' })
    const file = JSON.parse(await (await other.exportOutbox()).text()) as ExportFile
    expect((await opened(file)).entries).toMatchObject([{ body: { record: 'later word' } }])
  })

  it('is left on the server for each person when the tablet is revoked, and then everything is wiped', async () => {
    const usual = server.route
    await tablet.signOut()
    await tablet.signIn('002', 'secret')
    await tablet.setPin('135791')
    await rest(tablet)
    const before = tablet.device.id.value
    server.route = (method, path, body) =>
      (path.startsWith('/api/sync/changes') ? problem(403, 'device.revoked') : usual(method, path, body))
    await rest(tablet)
    expect((await Promise.all(left.map(opened))).flatMap(one => one.entries)).toMatchObject([{ body: { record: 'secret word' } }])
    expect((await indexedDB.databases()).map(db => db.name)).toEqual(['mediation-device'])
    expect(tablet.device.accounts.value).toEqual([])
    expect(tablet.device.current.value).toBeNull()
    expect(tablet.device.id.value).not.toBe(before)
    expect(tablet.store.lastTrouble.value).toBe('revoked')
  })

  it.each([
    ['without a network', () => { throw new TypeError('cut') }],
    ['that the server was too busy to take', () => problem(503, 'busy')],
  ])('is not left behind by a wipe %s: it waits for the next contact', async (_, answer) => {
    const usual = server.route
    server.route = (method, path, body) => {
      if (path === '/api/sync/exports') return answer()
      return path.startsWith('/api/sync/changes') ? problem(403, 'device.revoked') : usual(method, path, body)
    }
    await rest(tablet)
    expect(tablet.store.outbox.value).toHaveLength(1)
    expect(tablet.device.accounts.value).toHaveLength(1)
  })
})

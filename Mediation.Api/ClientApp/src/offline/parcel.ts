import { http, Problem } from '@/api/http'
import type { Bytes } from './crypto'
import { allEntries, allFiles, getMeta, putMeta } from './shelf'
import { device, requireOpened, type Opened } from './state'
import { wire } from './transport'
import type { OutboxEntry, WaitingFile } from './types'

/** The town's public key: only the town opens what is closed with it, not even this tablet. */
export interface ExportKey { keyId: string; algorithm: string; publicKey: JsonWebKey }

export interface ExportFile {
  format: 'mediation-export-1'
  keyId: string
  deviceId: string
  accountId: string
  createdAt: string
  ephemeralKey: JsonWebKey
  iv: string
  ciphertext: string
}

const curve = { name: 'ECDH', namedCurve: 'P-256' }

export function base64url(bytes: Uint8Array): string {
  let text = ''
  for (let start = 0; start < bytes.length; start += 0x8000) text += String.fromCharCode(...bytes.subarray(start, start + 0x8000))
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Closes a text for the town: a key of its own for every file, agreed with the town's. */
export async function closeFor(key: ExportKey, accountId: string, plain: unknown): Promise<ExportFile> {
  const own = await crypto.subtle.generateKey(curve, true, ['deriveBits']) as CryptoKeyPair
  const { kty, crv, x, y } = key.publicKey
  const theirs = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, curve, false, [])
  const shared = await crypto.subtle.importKey('raw', await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, own.privateKey, 256), 'HKDF', false, ['deriveKey'])
  const secret = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: new TextEncoder().encode('mediation-export-1') }, shared, { name: 'AES-GCM', length: 256 }, false, ['encrypt'])
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const ciphertext = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, secret, new TextEncoder().encode(JSON.stringify(plain)))
  const jwk = await crypto.subtle.exportKey('jwk', own.publicKey)
  return {
    format: 'mediation-export-1', keyId: key.keyId, deviceId: device.id.value, accountId, createdAt: new Date().toISOString(),
    ephemeralKey: { kty: jwk.kty, crv: jwk.crv, x: jwk.x, y: jwk.y }, iv: base64url(iv), ciphertext: base64url(new Uint8Array(ciphertext)),
  }
}

async function exportKey(opened: Opened): Promise<ExportKey> {
  const kept = await getMeta<ExportKey>('exportKey', opened)
  try {
    const key = await http.get<ExportKey>('/api/sync/export-key')
    await putMeta('exportKey', key, opened)
    return key
  } catch (failure) {
    if (kept !== null) return kept
    throw failure
  }
}

const told = (entry: OutboxEntry) => ({ ...wire(entry), state: entry.state, reason: entry.trouble === null ? null : `${entry.trouble.code}: ${entry.trouble.title}` })

async function contents(opened: Opened): Promise<unknown> {
  const [entries, files] = await Promise.all([allEntries(opened), allFiles<WaitingFile>(opened)])
  return {
    deviceId: device.id.value, accountId: opened.account.id, entries: entries.map(told),
    files: files.map(file => ({ id: file.id, disputeId: file.disputeId, kind: file.kind, name: file.name, at: file.at, length: file.length })),
  }
}

/** All unsent work as a file that only the town can open; the outbox stays as it is. */
export async function exportOutbox(): Promise<Blob> {
  const opened = requireOpened()
  const file = await closeFor(await exportKey(opened), opened.account.id, await contents(opened))
  return new Blob([JSON.stringify(file)], { type: 'application/json' })
}

/**
 * Keeps a closed copy of the unsent work beside the store. A tablet that was revoked can then leave it on the server for each of its people,
 * though nobody is there to type their PIN.
 */
export async function refreshParcel(opened: Opened): Promise<void> {
  const entries = await allEntries(opened)
  if (entries.length === 0) {
    await opened.db.meta.delete('parcel')
    if (await getMeta<ExportKey>('exportKey', opened) !== null) return
  }
  try {
    // Fetched though nothing waits yet: who needs the file later may have no network any more.
    const key = await exportKey(opened)
    if (entries.length === 0) return
    const file = await closeFor(key, opened.account.id, await contents(opened))
    await opened.db.meta.put({ key: 'parcel', sealed: new TextEncoder().encode(JSON.stringify(file)) as Bytes })
  } catch (failure) {
    // Without a key there is no parcel yet; the outbox itself is what counts.
    if (!(failure instanceof Problem)) throw failure
  }
}

export const parcelOf = (sealed: Bytes): ExportFile => JSON.parse(new TextDecoder().decode(sealed)) as ExportFile

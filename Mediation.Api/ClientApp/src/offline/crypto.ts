/** What lies on the tablet is closed with AES-GCM; the name of its place is bound in, so that no record can stand for another. */
export type Bytes = Uint8Array<ArrayBuffer>

export const pinRounds = 400_000

const text = new TextEncoder()
const ivLength = 12

export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))

const gcm = (iv: Bytes, place: string) => ({ name: 'AES-GCM', iv, additionalData: text.encode(place) as Bytes })

export async function sealBytes(key: CryptoKey, place: string, plain: BufferSource): Promise<Bytes> {
  const iv = randomBytes(ivLength)
  const closed = new Uint8Array(await crypto.subtle.encrypt(gcm(iv, place), key, plain))
  const all = new Uint8Array(ivLength + closed.length)
  all.set(iv)
  all.set(closed, ivLength)
  return all
}

export async function openBytes(key: CryptoKey, place: string, sealed: Bytes): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt(gcm(sealed.subarray(0, ivLength), place), key, sealed.subarray(ivLength))
}

export const seal = (key: CryptoKey, place: string, value: unknown): Promise<Bytes> =>
  sealBytes(key, place, text.encode(JSON.stringify(value)) as Bytes)

export async function open<T>(key: CryptoKey, place: string, sealed: Bytes): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await openBytes(key, place, sealed))) as T
}

/** The key of the device: made here, never readable by a script, worthless on another machine. */
export const newDeviceKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])

export const dataKeyOf = (raw: BufferSource): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])

/** A key from what a person knows. Slow by design: a PIN has only a million values. */
async function keyOf(secret: string, salt: Bytes, rounds: number): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', text.encode(secret.normalize('NFC')), 'PBKDF2', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

/** A data key closed twice: by what the person knows, and by the device. Either alone opens nothing. */
export interface Wrap {
  salt: Bytes
  rounds: number
  sealed: Bytes
}

export async function wrap(raw: Bytes, secret: string, deviceKey: CryptoKey, place: string, rounds = pinRounds): Promise<Wrap> {
  const salt = randomBytes(16)
  const inner = await sealBytes(await keyOf(secret, salt, rounds), place, raw)
  return { salt, rounds, sealed: await sealBytes(deviceKey, place, inner) }
}

/** The raw data key, or null when the secret is wrong. */
export async function unwrap(wrapped: Wrap, secret: string, deviceKey: CryptoKey, place: string): Promise<Bytes | null> {
  const inner = new Uint8Array(await openBytes(deviceKey, place, wrapped.sealed))
  try {
    return new Uint8Array(await openBytes(await keyOf(secret, wrapped.salt, wrapped.rounds), place, inner))
  } catch {
    return null
  }
}

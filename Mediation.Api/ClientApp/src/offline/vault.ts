import { dataKeyOf, newDeviceKey, open, randomBytes, seal, unwrap, wrap, type Bytes } from './crypto'
import { DeviceDb, type AccountRow } from './db'
import type { DeviceAccount } from './types'

/** The device's own small store: its key, its people, and how often somebody tried a wrong PIN. */
let db: DeviceDb | null = null

export const deviceDb = (): DeviceDb => (db ??= new DeviceDb())

export async function deviceMeta<T>(key: string): Promise<T | null> {
  return ((await deviceDb().meta.get(key))?.value as T | undefined) ?? null
}

export const setDeviceMeta = async (key: string, value: unknown): Promise<void> => { await deviceDb().meta.put({ key, value }) }

/** Two tabs that start at once must agree on one key: the first one that is written stays. */
export async function deviceKey(): Promise<CryptoKey> {
  const made = await newDeviceKey()
  return deviceDb().transaction('rw', deviceDb().meta, async () => {
    const known = await deviceDb().meta.get('key')
    if (known !== undefined) return known.value as CryptoKey
    await deviceDb().meta.put({ key: 'key', value: made })
    return made
  })
}

export async function knownAccounts(): Promise<DeviceAccount[]> {
  const key = await deviceKey()
  const rows = await deviceDb().accounts.toArray()
  return Promise.all(rows.map(row => accountOf(row, key)))
}

async function accountOf(row: AccountRow, key: CryptoKey): Promise<DeviceAccount> {
  return { ...await open<DeviceAccount>(key, `accounts/${row.id}`, row.sealed), hasPin: row.pin !== null }
}

const place = (accountId: string): string => `wraps/${accountId}`

/**
 * After a sign-in with the password: the raw data key of this person's store. A known store is opened by the password;
 * null when the password is another one than last time, and the PIN has to open it.
 */
export async function enter(account: DeviceAccount, password: string): Promise<Bytes | null> {
  const key = await deviceKey()
  const row = await deviceDb().accounts.get(account.id)
  const sealed = await seal(key, `accounts/${account.id}`, account)
  if (row?.password) {
    await deviceDb().accounts.update(account.id, { sealed })
    return unwrap(row.password, password, key, place(account.id))
  }
  const raw = randomBytes(32)
  await deviceDb().accounts.put({ id: account.id, sealed, pin: null, password: await wrap(raw, password, key, place(account.id)), wrong: 0, waitUntil: 0 })
  return raw
}

/** The password has changed at the centre: from now on the new one opens the store too. */
export async function rewrapPassword(accountId: string, raw: Bytes, password: string): Promise<void> {
  await deviceDb().accounts.update(accountId, { password: await wrap(raw, password, await deviceKey(), place(accountId)) })
}

export async function setPinWrap(accountId: string, raw: Bytes, pin: string): Promise<void> {
  await deviceDb().accounts.update(accountId, { pin: await wrap(raw, pin, await deviceKey(), place(accountId)), wrong: 0, waitUntil: 0 })
}

/** Why a PIN did not open the store, and how long the next try has to wait. */
export class WrongPin extends Error {
  constructor(readonly left: number, readonly waitSeconds: number) {
    super('wrong pin')
  }
}

const freeTries = 5
const longestWait = 3600

/** Five tries, then 30 s, 60 s, 120 s … up to an hour; a reload does not forget. */
export const waitAfter = (wrong: number): number => (wrong < freeTries ? 0 : Math.min(longestWait, 30 * 2 ** (wrong - freeTries)))

export async function tryPin(accountId: string, pin: string, now = Date.now()): Promise<Bytes> {
  // Counted before it is tried, so that a reload in between is no free try.
  const row = await deviceDb().transaction('rw', deviceDb().accounts, async () => {
    const found = await deviceDb().accounts.get(accountId)
    if (found === undefined || found.pin === null) throw new WrongPin(0, 0)
    // A clock set back must not make anybody wait longer than the longest wait.
    const waiting = Math.min(found.waitUntil, now + longestWait * 1000) - now
    if (waiting > 0) throw new WrongPin(0, Math.ceil(waiting / 1000))
    const wrong = found.wrong + 1
    await deviceDb().accounts.update(accountId, { wrong, waitUntil: now + waitAfter(wrong) * 1000 })
    return { ...found, wrong }
  })
  const raw = await unwrap(row.pin!, pin, await deviceKey(), place(accountId))
  if (raw === null) throw new WrongPin(Math.max(0, freeTries - row.wrong), waitAfter(row.wrong))
  await deviceDb().accounts.update(accountId, { wrong: 0, waitUntil: 0 })
  return raw
}

export { dataKeyOf }

import { http, Offline, Problem, speakFor } from '@/api/http'
import type { Session } from '@/api/types'
import { newId } from '@/common/ids'
import { dataKeyOf, type Bytes } from './crypto'
import { AccountDb } from './db'
import { draftsWritten } from './draft'
import { fetchKit } from './kit'
import { forget, load } from './local'
import { putMeta } from './shelf'
import { device, openedOrNull, setOpened, store, worksOnTablet } from './state'
import { alone, tell } from './tabs'
import type { DeviceAccount } from './types'
import { deviceMeta, enter, knownAccounts, rewrapPassword, setDeviceMeta, setPinWrap, tryPin } from './vault'

/** The raw data key between the first sign-in and the first PIN; and a changed password until the PIN has opened the store. */
let raw: Bytes | null = null
const freshMs = 5 * 60_000
let newPassword: { accountId: string; password: string } | null = null

/** Called when a store has been opened. */
let begun: () => void = () => undefined

export const onOpened = (call: () => void): void => { begun = call }

/** Looks who uses this tablet. A desk in a centre goes on with its session; a tablet asks for a PIN. */
export async function boot(): Promise<void> {
  if (device.ready.value) return
  let id = await deviceMeta<string>('id')
  if (id === null) {
    id = newId()
    await setDeviceMeta('id', id)
  }
  device.id.value = id
  device.name.value = (await deviceMeta<string>('name')) ?? ''
  speakFor(id)
  device.accounts.value = await knownAccounts()
  // Nobody is asked who was never here: an answer of 401 is no news.
  const last = await deviceMeta<string>('last')
  if (last === 'desk') {
    const session = await whoAmI()
    if (session !== null && !worksOnTablet(session)) await atDesk(session)
  } else device.current.value = device.accounts.value.find(one => one.id === last) ?? null
  device.ready.value = true
}

/** The person whose session the server holds; null without one, or without a network. */
export async function whoAmI(): Promise<Session | null> {
  try {
    return await http.get<Session>('/api/session')
  } catch (failure) {
    if (failure instanceof Offline || failure instanceof Problem) return null
    throw failure
  }
}

async function atDesk(session: Session): Promise<DeviceAccount> {
  const account = { ...session, hasPin: false }
  store.kit.value = await fetchKit(session)
  device.current.value = account
  device.signedIn.value = true
  device.locked.value = false
  await setDeviceMeta('last', 'desk')
  return account
}

/** Online: makes or opens the person's store. It stays locked when only the PIN can open it, because the password is a new one. */
export async function signIn(userName: string, password: string): Promise<DeviceAccount> {
  if (openedOrNull() !== null && openedOrNull()!.account.userName !== userName) await lock()
  // No command of another person may be on its way while the session changes hands.
  const session = await alone('mediation-session', () => http.post<Session>('/api/session', { userName, password }))
  tell({ say: 'signedIn', accountId: session.id })
  if (!worksOnTablet(session)) return atDesk(session)
  device.signedIn.value = true
  const known = device.accounts.value.find(one => one.id === session.id)
  const account: DeviceAccount = { ...session, hasPin: known?.hasPin ?? false }
  const opened = openedOrNull()
  const key = await enter(account, password)
  // Another password than last time: the PIN opens the store, and from then on the new password does too.
  newPassword = key === null ? { accountId: account.id, password } : null
  device.accounts.value = await knownAccounts()
  device.current.value = account
  if (opened !== null && opened.account.id === account.id) {
    begun()
    return account
  }
  if (key === null) {
    device.locked.value = true
    return account
  }
  keepFor(key)
  await openStore(account, key)
  return account
}

/** Long enough to set a PIN, the first or a new one in place of a forgotten one. */
function keepFor(key: Bytes): void {
  raw = key
  device.fresh.value = true
  setTimeout(() => {
    if (raw !== key || device.current.value?.hasPin !== true) return
    raw = null
    device.fresh.value = false
  }, freshMs)
}

async function openStore(account: DeviceAccount, key: Bytes): Promise<void> {
  const opened = { db: new AccountDb(account.id), key: await dataKeyOf(key), account, practice: false }
  await load(opened)
  setOpened(opened)
  device.current.value = account
  device.locked.value = false
  await setDeviceMeta('last', account.id)
  begun()
}

/** The first PIN right after the first sign-in; later ones only with the old one. */
export async function setPin(pin: string, oldPin?: string): Promise<void> {
  if (!/^\d{6}$/.test(pin)) throw new Error('six digits')
  const account = device.current.value
  if (account === null) throw new Error('locked')
  const key = raw ?? (oldPin === undefined ? null : await tryPin(account.id, oldPin))
  if (key === null) throw new Error('old pin needed')
  await setPinWrap(account.id, key, pin)
  raw = null
  device.fresh.value = false
  device.accounts.value = await knownAccounts()
  const withPin = { ...account, hasPin: true }
  device.current.value = withPin
  const opened = openedOrNull()
  if (opened !== null) opened.account = withPin
}

/** With or without a network. Throws `WrongPin` with the wait that the next try has. */
export async function unlock(accountId: string, pin: string): Promise<void> {
  const account = device.accounts.value.find(one => one.id === accountId)
  if (account === undefined) throw new Error('unknown account')
  const key = await tryPin(accountId, pin)
  if (newPassword?.accountId === accountId) await rewrapPassword(accountId, key, newPassword.password)
  newPassword = null
  device.signedIn.value = true
  tell({ say: 'signedIn', accountId })
  await openStore(account, key)
  void endOthersSession(accountId)
}

/** The cookie may still be the last person's: nothing is read or sent in their name. */
async function endOthersSession(accountId: string): Promise<void> {
  await alone('mediation-session', async () => {
    const session = await whoAmI()
    if (session === null || session.id === accountId) return
    await http.delete('/api/session').catch(() => undefined)
  })
}

/** The drafts are kept, the outbox waits, the page stays where it is. */
export async function lock(told = false): Promise<void> {
  await draftsWritten()
  const opened = openedOrNull()
  if (opened?.practice === true) await opened.db.delete()
  setOpened(null)
  opened?.db.close()
  raw = null
  device.fresh.value = false
  device.locked.value = true
  device.practising.value = false
  forget()
  if (!told) tell({ say: 'locked' })
}

/** Ends the session; unsent work stays on the tablet. */
export async function signOut(): Promise<void> {
  await lock()
  device.current.value = null
  device.signedIn.value = false
  await setDeviceMeta('last', null)
  try {
    await alone('mediation-session', () => http.delete('/api/session'))
  } catch (failure) {
    // Without a network the session ends by itself on the server.
    if (!(failure instanceof Offline) && !(failure instanceof Problem)) throw failure
  }
}

/** Rules and lists anew. */
export async function refreshKit(): Promise<void> {
  const opened = openedOrNull()
  const account = opened?.account ?? device.current.value
  if (account === null || opened?.practice === true) return
  const kit = await fetchKit(account)
  if (opened !== null) await putMeta('kit', kit, opened)
  if (opened === openedOrNull()) store.kit.value = kit
}

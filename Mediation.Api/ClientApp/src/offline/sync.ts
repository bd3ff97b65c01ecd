import { Offline, Problem } from '@/api/http'
import { refreshKit } from './account'
import { sendFiles } from './files'
import { refreshParcel } from './parcel'
import { prune, pull } from './pull'
import { push } from './push'
import { ensureRegistered } from './registration'
import { getMeta, putMeta } from './shelf'
import { device, openedOrNull, store, type Opened } from './state'
import { alone, tell } from './tabs'
import { isProblem, SignedOut } from './transport'
import { revoked } from './wipe'

let running: Promise<void> | null = null
let again = false
let failures = 0
let timer: ReturnType<typeof setTimeout> | undefined

const everyMs = 60_000
const longestPauseMs = 5 * 60_000
const kitHours = 6

/** Sends what waits and brings what changed; once at a time over all tabs. Never throws: what went wrong stands in the store. */
export function synchronise(): Promise<void> {
  if (running !== null) {
    again = true
    return running
  }
  running = round().finally(() => {
    running = null
    if (again) {
      again = false
      void synchronise()
    }
  })
  return running
}

async function round(): Promise<void> {
  const opened = openedOrNull()
  if (opened === null || opened.practice) return
  store.syncing.value = true
  try {
    await alone('mediation-sync', () => exchange(opened))
    failures = 0
    store.lastTrouble.value = null
    device.online.value = true
    device.signedIn.value = true
  } catch (failure) {
    // Locked in the middle: the rest comes after the next unlock.
    if (openedOrNull() !== opened) return
    failures++
    await tellTrouble(failure, opened)
  } finally {
    store.syncing.value = false
    plan()
  }
}

async function exchange(opened: Opened): Promise<void> {
  await ensureRegistered(opened)
  await push(opened)
  if (await sendFiles(opened)) {
    await push(opened)
    // Puts away the files whose commands have just arrived.
    await sendFiles(opened)
  }
  await pull(opened)
  await prune(opened)
  await refreshParcel(opened)
  const at = new Date().toISOString()
  await putMeta('lastSync', at, opened)
  store.lastSync.value = at
  tell({ say: 'changed', accountId: opened.account.id, ids: [] })
  const kitAt = await getMeta<string>('kitAt', opened)
  if (store.kit.value === null || kitAt === null || Date.parse(at) - Date.parse(kitAt) > kitHours * 3_600_000) {
    await refreshKit()
    await putMeta('kitAt', at, opened)
  }
}

async function tellTrouble(failure: unknown, opened: Opened): Promise<void> {
  if (failure instanceof SignedOut || isProblem(failure, 401)) {
    device.signedIn.value = false
    store.lastTrouble.value = 'signedOut'
  } else if (isProblem(failure, 403, 'device.revoked')) {
    store.lastTrouble.value = 'revoked'
    await revoked(opened)
  } else if (failure instanceof Offline) {
    device.online.value = false
    store.lastTrouble.value = 'offline'
  } else if (failure instanceof Problem) {
    store.lastTrouble.value = `${failure.code}: ${failure.message}`
  } else {
    store.lastTrouble.value = String(failure)
  }
}

/** Every minute when all is well, sooner when something waits, later after each failure. */
function plan(): void {
  clearTimeout(timer)
  const pause = failures === 0 ? everyMs : Math.min(longestPauseMs, 5_000 * 2 ** (failures - 1))
  // A little apart, so that the tablets of a town do not all come back in the same second.
  timer = setTimeout(() => void synchronise(), pause + Math.random() * 1_000)
}

/** Tries at once when the network or the person comes back. No background API: the open page does it. */
export function startSync(): void {
  addEventListener('online', () => { device.online.value = true; failures = 0; void synchronise() })
  addEventListener('offline', () => { device.online.value = false })
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'visible') void synchronise() })
}

/** For tests: no timer stays behind. */
export const stopSync = (): void => clearTimeout(timer)

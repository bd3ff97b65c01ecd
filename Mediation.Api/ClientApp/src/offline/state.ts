import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { AccountDb } from './db'
import type { DeviceAccount, Kit, LocalDispute, OutboxEntry, WaitingFile } from './types'

/** Who this tablet is, and who is at it. */
export const device = {
  /** The stores have been looked at, so it is known whom to ask for a PIN. */
  ready: ref(false),
  id: ref(''),
  name: ref(''),
  accounts: ref([]) as Ref<DeviceAccount[]>,
  current: ref(null) as Ref<DeviceAccount | null>,
  locked: ref(true),
  practising: ref(false),
  online: ref(typeof navigator === 'undefined' || navigator.onLine !== false),
  /** null: nobody has asked the browser yet. */
  persisted: ref(null) as Ref<boolean | null>,
  /** The server knows this person's session; false asks to sign in again before anything is sent. */
  signedIn: ref(true),
  /** The password was typed a moment ago, so the PIN may be set anew without the old one. */
  fresh: ref(false),
}

/** What the person at the tablet has here. */
export const store = {
  kit: shallowRef(null) as ShallowRef<Kit | null>,
  disputes: shallowRef(new Map()) as ShallowRef<ReadonlyMap<string, LocalDispute>>,
  outbox: shallowRef([]) as ShallowRef<readonly OutboxEntry[]>,
  files: shallowRef([]) as ShallowRef<readonly WaitingFile[]>,
  lastSync: ref(null) as Ref<string | null>,
  syncing: ref(false),
  lastTrouble: ref(null) as Ref<string | null>,
  /** How far this tablet's clock is ahead of the server's, when that is more than five minutes. */
  skewSeconds: ref(null) as Ref<number | null>,
}

/** An unlocked store with the key that opens its records. */
export interface Opened {
  db: AccountDb
  key: CryptoKey
  account: DeviceAccount
  practice: boolean
}

let opened: Opened | null = null

export const openedOrNull = (): Opened | null => opened

export function requireOpened(): Opened {
  if (opened === null) throw new Error('locked')
  return opened
}

export function setOpened(next: Opened | null): void {
  opened = next
}

/** Whoever works at the kitchen table has a store on the tablet; a desk in a centre works online. */
const tabletRoles: readonly string[] = ['GridWorker', 'VillageMediator', 'VillageCommitteeDirector', 'SectorMediator']

export const worksOnTablet = (account: { roles: readonly string[] }): boolean => account.roles.some(role => tabletRoles.includes(role))

/** The first page of a role. */
export function homeOf(account: { roles: readonly string[] }): string {
  if (worksOnTablet(account)) return '/'
  return account.roles.every(role => role === 'Auditor' || role === 'SysAdmin') ? '/centre/admin' : '/centre/triage'
}

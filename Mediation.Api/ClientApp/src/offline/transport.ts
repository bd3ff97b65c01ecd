import { http, Offline, Problem } from '@/api/http'
import type { Session } from '@/api/types'
import type { Answer } from './answers'
import { device, type Opened } from './state'
import { alone } from './tabs'
import type { Dispute, OutboxEntry } from './types'
import { setDeviceMeta } from './vault'

export interface ChangeItem { kind: string; disputeId: string; dispute?: Dispute | null; reason?: string | null }
interface Changes { items: ChangeItem[]; next: string; more: boolean }
interface BatchAnswer { serverTime: string; skewSeconds: number; skewFlagged: boolean; answers: Answer[] }

/** The server does not know this person any more: everything stays here until somebody signs in again. */
export class SignedOut extends Error {}

const appVersion = (): string =>
  (typeof document === 'undefined' ? null : document.querySelector<HTMLScriptElement>('script[type=module][src]')?.src.split('/').pop()) ?? 'development'

/** Tells the server whose tablet this is; once for each person who works on it. */
export async function registerDevice(name: string): Promise<void> {
  await http.put(`/api/devices/${device.id.value}`, { name, storage: device.persisted.value === true ? 'Persistent' : 'BestEffort', appVersion: appVersion().slice(0, 50) })
  device.name.value = name
  await setDeviceMeta('name', name)
}

/** Runs while the session is surely this person's: another one who signs in waits, and is not taken for the author. */
export function asAuthor<T>(opened: Opened, work: () => Promise<T>): Promise<T> {
  return alone('mediation-session', async () => {
    const session = await http.get<Session>('/api/session')
    if (session.id !== opened.account.id) throw new SignedOut()
    return work()
  })
}

/** The common body without what the entry itself carries. */
const wire = (entry: OutboxEntry) => ({
  commandId: entry.commandId, kind: entry.kind, disputeId: entry.disputeId, baseVersion: entry.baseVersion, after: entry.after, deviceTime: entry.deviceTime,
  ruleSet: entry.ruleSet, body: entry.body,
})

export type Wire = ReturnType<typeof wire>
export { wire }

export const postBatch = (entries: OutboxEntry[], pending: number, attention: number): Promise<BatchAnswer> =>
  http.post<BatchAnswer>('/api/sync/commands', { deviceId: device.id.value, sentAt: new Date().toISOString(), pending, attention, entries: entries.map(wire) })

export const getChanges = (after: string | null): Promise<Changes> => http.get<Changes>('/api/sync/changes', { after, limit: 200 })

export const isProblem = (failure: unknown, status: number, code?: string): failure is Problem =>
  failure instanceof Problem && failure.status === status && (code === undefined || failure.code === code)

export { Offline, Problem }

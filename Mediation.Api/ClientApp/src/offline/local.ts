import { apply } from './projection'
import { allDisputes, allEntries, allFiles, getMeta } from './shelf'
import { store, type Opened } from './state'
import type { Dispute, Kit, LocalDispute, OutboxEntry, Standing, WaitingFile } from './types'

/** The server's word on every dispute that is here, in memory while the store is unlocked. */
const servers = new Map<string, Dispute>()

export const serverView = (id: string): Dispute | null => servers.get(id) ?? null

export const serverViews = (): ReadonlyMap<string, Dispute> => servers

/** Reads all that is on the device; afterwards every page answers from memory. */
export async function load(opened: Opened): Promise<void> {
  const [disputes, entries, files, kit, lastSync] = await Promise.all([
    allDisputes(opened), allEntries(opened), allFiles<WaitingFile>(opened), getMeta<Kit>('kit', opened), getMeta<string>('lastSync', opened),
  ])
  servers.clear()
  for (const dispute of disputes) servers.set(dispute.id, dispute)
  store.kit.value = kit ?? store.kit.value
  store.lastSync.value = lastSync
  store.files.value = files
  store.outbox.value = entries
  refreshAll()
}

/** Nothing of a person stays in memory behind the lock. */
export function forget(): void {
  servers.clear()
  store.disputes.value = new Map()
  store.outbox.value = []
  store.files.value = []
  store.kit.value = null
  store.lastSync.value = null
  store.lastTrouble.value = null
}

function standingOf(pending: OutboxEntry[]): Standing {
  if (pending.some(one => one.state === 'attention')) return pending.some(one => one.trouble?.answer === 'forwarded') ? 'forwarded' : 'attention'
  if (pending.some(one => one.state === 'sending')) return 'sending'
  return pending.length > 0 ? 'onDevice' : 'accepted'
}

function localOf(id: string, pending: OutboxEntry[]): LocalDispute | null {
  const server = servers.get(id) ?? null
  let view = server
  for (const entry of pending) view = apply(view, entry)
  return view === null ? null : { id, server, view, standing: standingOf(pending), pending }
}

function pendingByDispute(): Map<string, OutboxEntry[]> {
  const byDispute = new Map<string, OutboxEntry[]>()
  for (const entry of store.outbox.value) {
    if (entry.disputeId === null) continue
    const list = byDispute.get(entry.disputeId)
    if (list === undefined) byDispute.set(entry.disputeId, [entry])
    else list.push(entry)
  }
  return byDispute
}

export function refreshAll(): void {
  const pending = pendingByDispute()
  const all = new Map<string, LocalDispute>()
  for (const id of new Set([...servers.keys(), ...pending.keys()])) {
    const local = localOf(id, pending.get(id) ?? [])
    if (local !== null) all.set(id, local)
  }
  store.disputes.value = all
}

/** Works out anew what changed; the rest keeps its objects, so that lists need not draw again. */
export function refresh(ids: Iterable<string>): void {
  const pending = pendingByDispute()
  const all = new Map(store.disputes.value)
  for (const id of ids) {
    const local = localOf(id, pending.get(id) ?? [])
    if (local === null) all.delete(id)
    else all.set(id, local)
  }
  store.disputes.value = all
}

export function setServer(dispute: Dispute): void {
  servers.set(dispute.id, dispute)
}

export function dropServer(id: string): void {
  servers.delete(id)
}

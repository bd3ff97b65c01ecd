import { open, openBytes, seal, sealBytes, type Bytes } from './crypto'
import type { DisputeRow } from './db'
import { requireOpened, type Opened } from './state'
import type { Dispute, OutboxEntry, PastEntry, WaitingFile } from './types'

/** Reading and writing closed records. Every call takes the store that is open now, or the one it is given. */
const chunk = 250

export async function putMeta(key: string, value: unknown, { db, key: dataKey } = requireOpened()): Promise<void> {
  await db.meta.put({ key, sealed: await seal(dataKey, `meta/${key}`, value) })
}

export async function getMeta<T>(key: string, { db, key: dataKey } = requireOpened()): Promise<T | null> {
  const row = await db.meta.get(key)
  return row === undefined ? null : open<T>(dataKey, `meta/${key}`, row.sealed)
}

/** A matter whose clock has stopped: it is pruned once it is old. */
const isOver = (dispute: Dispute): boolean => dispute.status === 'Closed' || dispute.status === 'Merged' || dispute.status === 'Voided'

export async function disputeRow(key: CryptoKey, dispute: Dispute): Promise<DisputeRow> {
  return { id: dispute.id, open: isOver(dispute) ? 0 : 1, at: dispute.closedOn ?? dispute.lastStepOn, sealed: await seal(key, `disputes/${dispute.id}`, dispute) }
}

export async function putDisputes(disputes: Dispute[], { db, key } = requireOpened()): Promise<void> {
  const rows = await Promise.all(disputes.map(dispute => disputeRow(key, dispute)))
  await db.disputes.bulkPut(rows)
}

/** Everything on the device, in slices so that a slow tablet stays awake. */
export async function allDisputes({ db, key }: Opened): Promise<Dispute[]> {
  const rows = await db.disputes.toArray()
  const all: Dispute[] = []
  for (let start = 0; start < rows.length; start += chunk)
    all.push(...await Promise.all(rows.slice(start, start + chunk).map(row => open<Dispute>(key, `disputes/${row.id}`, row.sealed))))
  return all
}

export async function someDisputes(ids: string[], { db, key }: Opened): Promise<Dispute[]> {
  const rows = (await db.disputes.bulkGet(ids)).filter(row => row !== undefined)
  return Promise.all(rows.map(row => open<Dispute>(key, `disputes/${row.id}`, row.sealed)))
}

export async function allEntries({ db, key }: Opened): Promise<OutboxEntry[]> {
  const rows = await db.outbox.orderBy('seq').toArray()
  return Promise.all(rows.map(row => open<OutboxEntry>(key, `outbox/${row.commandId}`, row.sealed)))
}

export async function addEntry(entry: OutboxEntry, { db, key } = requireOpened()): Promise<void> {
  await db.outbox.add({ commandId: entry.commandId, disputeId: entry.disputeId ?? '', state: entry.state, sealed: await seal(key, `outbox/${entry.commandId}`, entry) })
}

/** Writes changed entries in one transaction; the order of the outbox stays. */
export async function saveEntries(entries: OutboxEntry[], { db, key } = requireOpened()): Promise<void> {
  const sealed = await Promise.all(entries.map(entry => seal(key, `outbox/${entry.commandId}`, entry)))
  await db.transaction('rw', db.outbox, async () => {
    for (const [i, entry] of entries.entries())
      await db.outbox.where('commandId').equals(entry.commandId).modify({ state: entry.state, sealed: sealed[i]! })
  })
}

/** Takes a command out of the outbox into the device's history, in one step. */
export async function moveToHistory(past: PastEntry[], dispute: Dispute | null, opened = requireOpened()): Promise<void> {
  const { db, key } = opened
  const rows = await Promise.all(past.map(async one => ({ commandId: one.commandId, at: one.at, sealed: await seal(key, `history/${one.commandId}`, one) })))
  const row = dispute === null ? null : await disputeRow(key, dispute)
  await db.transaction('rw', db.outbox, db.history, db.disputes, async () => {
    await db.history.bulkPut(rows)
    await db.outbox.where('commandId').anyOf(past.map(one => one.commandId)).delete()
    if (row !== null) await db.disputes.put(row)
  })
}

export async function allHistory({ db, key } = requireOpened()): Promise<PastEntry[]> {
  const rows = await db.history.orderBy('at').reverse().limit(200).toArray()
  return Promise.all(rows.map(row => open<PastEntry>(key, `history/${row.commandId}`, row.sealed)))
}

export async function putFile(file: WaitingFile & { meta: unknown }, content: BufferSource, { db, key } = requireOpened()): Promise<void> {
  await db.files.put({
    id: file.id, disputeId: file.disputeId, at: file.at, meta: await seal(key, `files/${file.id}/meta`, file), sealed: await sealBytes(key, `files/${file.id}`, content),
  })
}

export async function allFiles<T extends WaitingFile>({ db, key } = requireOpened()): Promise<T[]> {
  const found: { id: string; meta: Bytes }[] = []
  // Row by row: the pictures themselves stay on the disk.
  await db.files.orderBy('at').each(row => { found.push({ id: row.id, meta: row.meta }) })
  return Promise.all(found.map(row => open<T>(key, `files/${row.id}/meta`, row.meta)))
}

export async function fileContent(id: string, { db, key } = requireOpened()): Promise<ArrayBuffer | null> {
  const row = await db.files.get(id)
  return row === undefined ? null : openBytes(key, `files/${id}`, row.sealed)
}

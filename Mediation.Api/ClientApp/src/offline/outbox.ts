import { today } from '@/common/dates'
import { newId } from '@/common/ids'
import { refresh, serverView } from './local'
import { addEntry, moveToHistory, saveEntries } from './shelf'
import { requireOpened, store } from './state'
import { tell } from './tabs'
import type { Dispute, OperationId, OutboxEntry, PastEntry } from './types'

export interface PerformOptions {
  commandId?: string
  /** What the tablet worked out for the new state and the server will say anew (routing, level): shown until it answers. */
  preview?: Partial<Dispute>
}

/** Called after every change of the outbox; the loop sends as soon as it can. */
let wake: () => void = () => undefined

export const onPerformed = (call: () => void): void => { wake = call }

/** Commands without a date of their own in the body. */
const undated: readonly string[] = ['RegisterDispute', 'FileScreeningReturn']

/** One after the other, so that two quick taps make a chain and not two heads. */
let queue: Promise<unknown> = Promise.resolve()

export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = queue.then(work, work)
  queue = turn.catch(() => undefined)
  return turn
}

const plain = (body: object): Record<string, unknown> => JSON.parse(JSON.stringify(body)) as Record<string, unknown>

/**
 * Takes a step with a dispute: kept on the device when this resolves, sent when there is a network. A command for a dispute with unsent
 * ones follows the last of them.
 */
export function perform(kind: OperationId, disputeId: string | null, body: object, options: PerformOptions = {}): Promise<OutboxEntry> {
  return inTurn(async () => {
    requireOpened()
    const commandId = kind === 'RegisterDispute' ? (disputeId ?? options.commandId ?? newId()) : (options.commandId ?? newId())
    const known = store.outbox.value.find(one => one.commandId === commandId)
    // A double tap: the first one is the command.
    if (known !== undefined) return known
    const subject = kind === 'RegisterDispute' ? commandId : disputeId
    const deviceTime = new Date().toISOString()
    const last = subject === null ? undefined : [...store.outbox.value].reverse().find(one => one.disputeId === subject)
    const server = subject === null ? null : serverView(subject)
    const sent = plain(body)
    if (!undated.includes(kind)) sent.on ??= today()
    // The server would take the day on which the entry arrives.
    if (kind === 'RegisterDispute') sent.receivedAt ??= deviceTime
    const entry: OutboxEntry = {
      commandId, kind, disputeId: subject,
      baseVersion: last === undefined && server !== null && kind !== 'RegisterDispute' ? server.version : null,
      after: last?.commandId ?? null,
      deviceTime, ruleSet: store.kit.value?.reference.ruleSet.version ?? '', body: sent,
      state: 'waiting', trouble: null, attempts: 0,
      base: last === undefined ? server : null,
      preview: options.preview === undefined ? null : plain(options.preview) as Partial<Dispute>,
    }
    await addEntry(entry)
    store.outbox.value = [...store.outbox.value, entry]
    changed(entry)
    wake()
    return entry
  })
}

function changed(...entries: OutboxEntry[]): void {
  const ids = entries.flatMap(one => one.disputeId ?? [])
  refresh(ids)
  tell({ say: 'changed', accountId: requireOpened().account.id, ids })
}

/** Replaces entries by their new state, here and in the store. */
export async function update(entries: OutboxEntry[]): Promise<void> {
  if (entries.length === 0) return
  await saveEntries(entries)
  const byId = new Map(entries.map(one => [one.commandId, one]))
  store.outbox.value = store.outbox.value.map(one => byId.get(one.commandId) ?? one)
  changed(...entries)
}

export async function retire(past: PastEntry[], dispute: Dispute | null): Promise<void> {
  await moveToHistory(past, dispute)
  const gone = new Set(past.map(one => one.commandId))
  store.outbox.value = store.outbox.value.filter(one => !gone.has(one.commandId))
  changed(...past.map(one => one.entry))
}

export function find(commandId: string): OutboxEntry {
  const entry = store.outbox.value.find(one => one.commandId === commandId)
  if (entry === undefined) throw new Error(`no entry ${commandId}`)
  return entry
}

/** A command that was never answered may have arrived: only what was refused, or was never sent, may be changed. */
export const isMine = (entry: OutboxEntry): boolean => entry.state === 'attention' || entry.attempts === 0

export function retry(commandId: string): Promise<void> {
  return inTurn(async () => {
    const entry = find(commandId)
    await update([{ ...entry, ...freshBase(entry), state: 'waiting', trouble: null, attempts: 0 }])
    wake()
  })
}

/** A stale one is tried again on the state that the person has now seen. */
function freshBase(entry: OutboxEntry): Partial<OutboxEntry> {
  const server = entry.disputeId === null ? null : serverView(entry.disputeId)
  return entry.trouble?.answer === 'stale' && server !== null ? { base: server, baseVersion: server.version, after: null } : {}
}

export function amend(commandId: string, body: object): Promise<void> {
  return inTurn(async () => {
    const entry = find(commandId)
    if (!isMine(entry)) throw new Error('on its way')
    const sent = plain(body)
    if (!undated.includes(entry.kind)) sent.on ??= entry.body.on
    await update([{ ...entry, ...freshBase(entry), body: sent, state: 'waiting', trouble: null, attempts: 0 }])
    wake()
  })
}

/** Only the person takes a command back; what hangs on a registration goes with it, and all of it stays in the device's history. */
export function withdraw(commandId: string, reason: string): Promise<void> {
  return inTurn(async () => {
    const entry = find(commandId)
    if (!isMine(entry)) throw new Error('on its way')
    const at = new Date().toISOString()
    const dependents = entry.kind === 'RegisterDispute' && serverView(entry.disputeId!) === null
      ? store.outbox.value.filter(one => one.disputeId === entry.disputeId && one !== entry)
      : []
    const next = store.outbox.value.filter(one => one.after === commandId && !dependents.includes(one))
    await update(next.map(one => ({ ...one, after: entry.after, baseVersion: entry.baseVersion, base: entry.base, state: one.state === 'held' ? 'waiting' as const : one.state })))
    await retire([entry, ...dependents].map(one => ({ commandId: one.commandId, at, outcome: 'withdrawn' as const, reason, entry: one })), null)
    wake()
  })
}

/** The person has read that it lies on another desk now: the server has it, and the device remembers it. */
export function acknowledge(commandId: string): Promise<void> {
  return inTurn(async () => {
    const entry = find(commandId)
    if (entry.trouble?.answer !== 'forwarded') throw new Error('not forwarded')
    await retire([{ commandId, at: new Date().toISOString(), outcome: 'forwarded', reason: entry.trouble.holder?.name ?? null, entry }], null)
    wake()
  })
}

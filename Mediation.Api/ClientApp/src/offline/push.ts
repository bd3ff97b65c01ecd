import { take } from './answers'
import { update, inTurn } from './outbox'
import { allEntries } from './shelf'
import { store, type Opened } from './state'
import { asAuthor, isProblem, postBatch, registerDevice } from './transport'
import { device } from './state'
import type { OutboxEntry } from './types'

let batchSize = 100

/** What may go now: a chain stops at its first command that a person has to look at; one on another desk lets the rest follow there. */
export function sendable(entries: readonly OutboxEntry[]): OutboxEntry[] {
  const stopped = new Set<string>()
  const go: OutboxEntry[] = []
  for (const entry of entries) {
    const behind = entry.disputeId !== null && stopped.has(entry.disputeId)
    if (entry.state === 'attention') {
      if (entry.disputeId !== null && entry.trouble?.answer !== 'forwarded' && blocks(entry)) stopped.add(entry.disputeId)
    } else if (!behind) go.push(entry)
  }
  return go
}

/** A refused file does not keep the steps after it from going. */
const blocks = (entry: OutboxEntry): boolean => entry.kind !== 'AttachFile'

/** Sends the outbox in its order until nothing more may go. True when something was answered. */
export async function push(opened: Opened): Promise<boolean> {
  // Another tab may have written meanwhile: the store is the truth.
  await inTurn(async () => { store.outbox.value = await allEntries(opened) })
  let answered = false
  // Each pass answers or stops entries; stale ones that may go again come back a few times at most.
  for (let pass = 0; pass < 50; pass++) {
    const batch = sendable(store.outbox.value).slice(0, batchSize)
    if (batch.length === 0) break
    const before = fingerprint(batch)
    await send(opened, batch)
    answered = true
    if (fingerprint(sendable(store.outbox.value).slice(0, batchSize)) === before) break
  }
  return answered
}

const fingerprint = (entries: OutboxEntry[]): string => entries.map(one => `${one.commandId}/${one.baseVersion}/${one.state === 'held'}`).join()

async function send(opened: Opened, batch: OutboxEntry[]): Promise<void> {
  const ids = new Set(batch.map(one => one.commandId))
  const sent = await inTurn(async () => {
    const present = store.outbox.value.filter(one => ids.has(one.commandId) && one.state !== 'attention')
    await update(present.map(one => ({ ...one, state: 'sending', attempts: one.attempts + 1 })))
    return store.outbox.value.filter(one => ids.has(one.commandId) && one.state === 'sending')
  })
  if (sent.length === 0) return
  try {
    const pending = store.outbox.value.filter(one => one.state !== 'attention').length
    const answer = await asAuthor(opened, () => registered(() => postBatch(sent, pending, store.outbox.value.length - pending)))
    store.skewSeconds.value = answer.skewFlagged ? answer.skewSeconds : null
    await inTurn(async () => { for (const one of answer.answers) await take(one) })
  } catch (failure) {
    if (isProblem(failure, 413) && sent.length > 1) batchSize = Math.max(1, Math.floor(sent.length / 2))
    else if (isProblem(failure, 400) && sent.length > 1) batchSize = 1
    else if (isProblem(failure, 400) || isProblem(failure, 413)) return await inTurn(() => lookAt(sent[0]!, failure.code, failure.message, failure.errors))
    else throw failure
  } finally {
    // Whatever was not answered waits on, and may not be changed: it may have arrived.
    await inTurn(() => update(store.outbox.value.filter(one => one.state === 'sending').map(one => ({ ...one, state: 'waiting' as const }))))
  }
}

const lookAt = (entry: OutboxEntry, code: string, title: string, errors: Record<string, string[]>): Promise<void> => update([{
  ...entry, state: 'attention', attempts: 0, trouble: { answer: 'refused', code, title, statute: null, errors, current: null, holder: null, conflicts: [] },
}])

/** A server that was set up anew does not know this tablet: it is told, and asked again. */
export async function registered<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (failure) {
    if (!isProblem(failure, 404, 'device.unknown')) throw failure
    await registerDevice(device.name.value)
    return work()
  }
}

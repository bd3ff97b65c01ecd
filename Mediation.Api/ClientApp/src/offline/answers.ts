import type { Schemas } from '@/api/types'
import { serverView, setServer } from './local'
import { conflictsOf, correctionConflict } from './merge'
import { retire, update } from './outbox'
import { putDisputes } from './shelf'
import { store } from './state'
import type { Dispute, OutboxEntry, Trouble } from './types'

/** One entry's answer, from the closed list. */
export interface Answer {
  commandId: string
  answer: 'accepted' | 'replayed' | 'stale' | 'refused' | 'held' | 'forwarded'
  version?: number | null
  dispute?: Dispute | null
  current?: Dispute | null
  code?: string | null
  title?: string | null
  statute?: string | null
  errors?: Record<string, string[]> | null
  holder?: Schemas['OrganisationRef'] | null
}

function troubleOf(answer: Answer, kind: Trouble['answer'], more: Partial<Trouble> = {}): Trouble {
  return {
    answer: kind, code: answer.code ?? answer.answer, title: answer.title ?? '', statute: answer.statute ?? null, errors: answer.errors ?? {},
    current: answer.current ?? null, holder: answer.holder ?? null, conflicts: [], ...more,
  }
}

/** Takes one answer. Nothing leaves the outbox unless the server has it. */
export async function take(answer: Answer): Promise<void> {
  const entry = store.outbox.value.find(one => one.commandId === answer.commandId)
  if (entry === undefined) return
  switch (answer.answer) {
    case 'accepted':
    case 'replayed':
      return accept(entry, answer.dispute ?? null)
    case 'stale':
      return stale(entry, answer)
    case 'held':
      return hold(entry, answer)
    case 'forwarded':
      return update([{ ...entry, state: 'attention', trouble: troubleOf(answer, 'forwarded') }])
    default:
      if (answer.code === 'correction.old-differs' && entry.disputeId !== null) {
        const current = serverView(entry.disputeId)
        return update([{ ...entry, state: 'attention', trouble: troubleOf(answer, 'stale', { current, conflicts: [correctionConflict(entry, current)] }) }])
      }
      return update([{ ...entry, state: 'attention', trouble: troubleOf(answer, 'refused') }])
  }
}

async function accept(entry: OutboxEntry, dispute: Dispute | null): Promise<void> {
  if (dispute !== null) setServer(dispute)
  // What the next one of the chain will be compared with, should it come back as stale.
  const next = store.outbox.value.filter(one => one.after === entry.commandId)
  await update(next.map(one => ({ ...one, base: dispute ?? one.base })))
  await retire([{ commandId: entry.commandId, at: new Date().toISOString(), outcome: 'accepted', reason: null, entry }], dispute)
}

/**
 * The server has another state than the one that the person saw. What is disjoint goes again by itself; of the whole chain each command that
 * touches what others changed waits for a person.
 */
async function stale(entry: OutboxEntry, answer: Answer): Promise<void> {
  const current = answer.current ?? null
  if (current === null) return update([{ ...entry, state: 'attention', trouble: troubleOf(answer, 'stale') }])
  setServer(current)
  await putDisputes([current])
  const chain = store.outbox.value.filter(one => one.disputeId === entry.disputeId)
  const behind = chain.slice(chain.indexOf(entry) + 1)
  const changed: OutboxEntry[] = []
  for (const [i, one] of [entry, ...behind].entries()) {
    const conflicts = one.state === 'attention' ? [] : conflictsOf(one, entry.base, current, [entry, ...behind].slice(0, i))
    if (conflicts.length > 0) changed.push({ ...one, state: 'attention', base: entry.base, trouble: troubleOf(answer, 'stale', { conflicts }) })
    else if (i === 0) changed.push({ ...one, state: 'waiting', trouble: null, attempts: 0, baseVersion: current.version, after: null, base: current })
  }
  await update(changed)
}

async function hold(entry: OutboxEntry, answer: Answer): Promise<void> {
  // The command before it came back as stale in this batch, and this one was found to touch the same.
  if (entry.state === 'attention') return
  // The server was too busy, or its disk full: nothing is wrong with the command, and it goes again.
  if (answer.code !== 'sync.chain-waits') return update([{ ...entry, state: 'waiting' }])
  const waitsFor = store.outbox.value.some(one => one.commandId === entry.after)
  await update([waitsFor
    ? { ...entry, state: 'held', attempts: 0 }
    : { ...entry, state: 'attention', trouble: troubleOf(answer, 'refused', { code: 'chain.broken' }) }])
}

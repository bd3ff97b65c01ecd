import { amend, find, withdraw } from './outbox'
import type { OutboxEntry } from './types'

/**
 * A named person saw both values and chooses. Mine: the command goes again on the present state and tells the journal both values.
 * Theirs: the command is taken back here. What was not written into the record is a note in the device's history.
 */
export async function resolveConflict(commandId: string, choice: 'mine' | 'theirs', field: string): Promise<void> {
  const entry = find(commandId)
  const conflict = entry.trouble?.conflicts.find(one => one.field === field) ?? entry.trouble?.conflicts[0] ?? { field, mine: null, theirs: null }
  if (choice === 'mine') return amend(commandId, { ...withPresentOld(entry, conflict.theirs), resolveConflict: conflict })
  await withdraw(commandId, `theirs: ${conflict.field}`)
}

/** A correction names the value that the person saw; now it is theirs. */
function withPresentOld(entry: OutboxEntry, theirs: string | null): Record<string, unknown> {
  return entry.kind === 'CorrectDispute' ? { ...entry.body, old: theirs } : entry.body
}

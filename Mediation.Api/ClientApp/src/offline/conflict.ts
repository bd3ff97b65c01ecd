import { rawAt } from './merge'
import { amend, find, withdraw } from './outbox'

/**
 * A named person saw both values and chooses. Mine: the command goes again on the present state. Theirs: a correction goes as one that leaves
 * their value, so that the journal holds both; any other command is taken back, and the device's history keeps it.
 */
export async function resolveConflict(commandId: string, choice: 'mine' | 'theirs', field: string): Promise<void> {
  const entry = find(commandId)
  const conflict = entry.trouble?.conflicts.find(one => one.field === field) ?? entry.trouble?.conflicts[0] ?? { field, mine: null, theirs: null }
  const theirs = rawAt(entry.trouble?.current ?? null, conflict.field)
  const correction = entry.kind === 'CorrectDispute'
  if (choice === 'mine') return amend(commandId, { ...entry.body, ...(correction ? { old: theirs } : {}), resolveConflict: conflict })
  // A masked value must not be written over the whole one.
  if (correction && theirs !== null && !String(theirs).includes('*')) return amend(commandId, { ...entry.body, old: theirs, new: theirs, resolveConflict: conflict })
  return withdraw(commandId, `theirs: ${conflict.field}`)
}

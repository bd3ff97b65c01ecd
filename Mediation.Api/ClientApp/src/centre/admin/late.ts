import type { StepForm } from '../dispute/steps'

const quiet = new Set(['commandId', 'baseVersion', 'after', 'deviceTime', 'resolveConflict'])
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

type Say = (name: string, value: string | number | boolean) => string

/** What a person can read of a command's body: its texts, days and numbers; ids and envelopes say nothing to a reader. */
export function wordsOf(body: Record<string, unknown>, say: Say = (_name, value) => String(value)): [string, string][] {
  return Object.entries(body).filter(([name]) => !quiet.has(name)).map(([name, value]): [string, string] => [name, textOf(name, value, say).join(' · ')]).filter(([, text]) => text !== '')
}

function textOf(name: string, value: unknown, say: Say): string[] {
  if (value === null || value === undefined || value === '' || (typeof value === 'string' && uuid.test(value))) return []
  if (Array.isArray(value)) return value.flatMap(one => textOf(name, one, say))
  if (typeof value === 'object') return Object.entries(value).flatMap(([inner, of]) => textOf(inner, of, say))
  return [say(name, value as string | number | boolean)]
}

/** The list of the reference that a field of a step takes its words from. */
export const listOf = (forms: readonly StepForm[], kind: string, field: string): string | null =>
  forms.find(form => form.id === kind)?.fields.find(one => one.name === field)?.enum ?? null

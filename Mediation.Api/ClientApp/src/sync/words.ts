import { label } from '@/common/labels'
import { i18n } from '@/messages'
import { refusalOfField, refusalTitle } from '@/messages/refusalWords'
import { store, type Conflict, type LocalDispute, type OutboxEntry, type Trouble } from '@/offline'

const t = (key: string, values: Record<string, unknown> = {}): string => i18n.global.t(key, values)

/** A table of the messages whose keys are codes or names, which may hold dots. */
const table = (key: string): Record<string, string> => i18n.global.tm(key) as Record<string, string>

export const kindWords = (kind: string): string => table('sync.kind')[kind] ?? table('sync.kind').other ?? kind

/** Whom it is about: the subject, or the parties' names. */
export function matterWords(entry: Pick<OutboxEntry, 'disputeId' | 'kind' | 'body'>): string {
  if (entry.kind === 'FileScreeningReturn') return t('sync.aReturn')
  const local: LocalDispute | undefined = store.disputes.value.get(entry.disputeId ?? '')
  const parties = local?.view.parties ?? (entry.body.parties as { name?: string }[] | undefined) ?? []
  const names = parties.flatMap(party => party.name ?? []).slice(0, 3).join(' / ')
  return local?.view.subject ?? (entry.body.subject as string | undefined) ?? (names === '' ? t('sync.aMatter') : names)
}

/** The refusal as a mediator would say it, else in the server's own words. */
export const reasonWords = (trouble: Trouble): string => refusalTitle(trouble.code, trouble.title) ?? table('sync.codes')[trouble.code] ?? (trouble.title || trouble.code)

/** What is wrong field by field. */
export const faultsOf = (trouble: Trouble | null): [string, string][] =>
  Object.entries(trouble?.errors ?? {}).map(([field, texts]) => [field, refusalOfField(trouble!.code, texts[0] ?? '')])

/** A file's refusal is kept as its code and the server's sentence. */
export function fileTroubleWords(trouble: string): string {
  const at = trouble.indexOf(': ')
  return refusalTitle(trouble.slice(0, at), trouble.slice(at + 2)) ?? trouble.slice(at + 2)
}

export function fieldWords(path: string): string {
  const words = table('sync.field')
  const known = path.split('.').reverse().find(part => words[part] !== undefined)
  return known === undefined ? (words.other ?? path) : words[known]!
}

/** Everything that a person can read in a value that is a whole structure. */
function readable(value: unknown): string[] {
  if (typeof value === 'string') return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value) ? [] : [value]
  if (typeof value === 'number') return [String(value)]
  if (Array.isArray(value)) return value.flatMap(readable)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(readable) : []
}

export function valueWords(conflict: Conflict, whose: 'mine' | 'theirs'): string {
  const value = conflict[whose]
  if (value === null || value === '') return t('sync.empty')
  if (conflict.field === 'status') return label('DisputeStatus', value)
  if (conflict.field === 'type') return label('DisputeType', value)
  if (!/^[[{]/.test(value)) return value
  try {
    return readable(JSON.parse(value)).join(' · ').slice(0, 300) || t('sync.empty')
  } catch {
    return value
  }
}

const moment = (): Intl.DateTimeFormat => new Intl.DateTimeFormat(i18n.global.locale.value, {
  timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit',
})

export const timeWords = (at: string): string => moment().format(new Date(at))

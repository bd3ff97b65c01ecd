import { Offline, Problem } from '@/api/http'
import { i18n } from '@/messages'
import { refusalOfField, refusalTitle } from '@/messages/refusalWords'

/** A refusal in the person's words: one sentence for the whole, and one per field. */
export interface Told {
  code: string
  title: string
  fields: Record<string, string>
  status: number
  current: unknown
}

// Conflicts name no field; these belong to one that the person can mend.
const fieldOf: Record<string, string> = { 'account.name-taken': 'userName', 'organisation.short-name-taken': 'shortName' }

export function told(failure: unknown): Told {
  const { t } = i18n.global
  if (failure instanceof Problem) {
    const fields: Record<string, string> = {}
    // The first fault of a field: with it mended the others are often gone.
    for (const [name, sentences] of Object.entries(failure.errors)) fields[name] = refusalOfField(failure.code, sentences[0] ?? '')
    const own = fieldOf[failure.code]
    if (own !== undefined) fields[own] ??= refusalOfField(failure.code, failure.message)
    return { code: failure.code, title: titleOf(failure), fields, status: failure.status, current: failure.body.current ?? null }
  }
  const title = failure instanceof Offline ? t('problem.offline') : t('problem.generic', { title: failure instanceof Error ? failure.message : String(failure) })
  return { code: failure instanceof Offline ? 'offline' : 'broken', title, fields: {}, status: 0, current: null }
}

function titleOf(problem: Problem): string {
  const { t } = i18n.global
  const known = refusalTitle(problem.code, problem.message)
  if (known !== null) return known
  if (problem.status === 401) return t('problem.signedOut')
  if (problem.status === 403) return t('problem.forbidden')
  if (problem.status === 404) return t('problem.notFound')
  return problem.message
}

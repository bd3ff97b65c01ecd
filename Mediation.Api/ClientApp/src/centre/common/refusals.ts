import { Offline, Problem } from '@/api/http'
import { i18n } from '@/messages'

/** A refusal in the person's words: one sentence for the whole, and one per field. */
export interface Told {
  code: string
  title: string
  fields: Record<string, string>
  status: number
  current: unknown
}

// The checks of the fields speak English; what they say follows a few patterns.
const patterns: [RegExp, string][] = [
  [/must not be empty|say which|is required|must not be null/i, 'refusal.field.required'],
  [/letters|digits|dots|dashes|characters (are|of)/i, 'refusal.field.characters'],
  [/characters or fewer|at most \d+ characters|length of '|maximum length/i, 'refusal.field.long'],
  [/between|greater than|less than|at least|at most/i, 'refusal.field.range'],
  [/twice|once|duplicate/i, 'refusal.field.twice'],
  [/no such|unknown|is no /i, 'refusal.field.unknown'],
  [/not of the kind|does not fit|not in the correct format/i, 'refusal.field.kind'],
]

/** Our sentence for a code; in English the server's own one is as good and tells more. */
function words(key: string): string | null {
  const { t, te, locale } = i18n.global
  return locale.value !== 'en' && te(key, locale.value) ? t(key) : null
}

/** The number or day that a sentence names is kept, since the translated sentence is a general one. */
const detail = (sentence: string): string => /\d{4}-\d{2}-\d{2}/.exec(sentence)?.[0] ?? ''

export function sentence(code: string, english: string): string {
  const known = words(`refusal.code.${code.replaceAll('.', '_')}`)
  const day = detail(english)
  if (known !== null) return day === '' ? known : i18n.global.t('refusal.withDay', { sentence: known, day })
  if (i18n.global.locale.value === 'en' || !['validation', 'request.invalid', 'json.invalid'].includes(code)) return english
  return i18n.global.t(patterns.find(([pattern]) => pattern.test(english))?.[1] ?? 'refusal.field.wrong')
}

export function told(failure: unknown): Told {
  const { t } = i18n.global
  if (failure instanceof Problem) {
    const fields: Record<string, string> = {}
    // The first fault of a field: with it mended the others are often gone.
    for (const [name, sentences] of Object.entries(failure.errors)) fields[name] = sentence(failure.code, sentences[0] ?? '')
    return { code: failure.code, title: titleOf(failure), fields, status: failure.status, current: failure.body.current ?? null }
  }
  const title = failure instanceof Offline ? t('problem.offline') : t('problem.generic', { title: failure instanceof Error ? failure.message : String(failure) })
  return { code: failure instanceof Offline ? 'offline' : 'broken', title, fields: {}, status: 0, current: null }
}

function titleOf(problem: Problem): string {
  const { t } = i18n.global
  const known = words(`refusal.code.${problem.code.replaceAll('.', '_')}`)
  if (known !== null) return sentence(problem.code, problem.message)
  if (problem.status === 401) return t('problem.signedOut')
  if (problem.status === 403) return t('problem.forbidden')
  if (problem.status === 404) return t('problem.notFound')
  if (problem.code === 'validation') return t('refusal.validation')
  return problem.message
}

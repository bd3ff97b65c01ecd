import { i18n } from '.'
import codes from './zh-CN/refusalCodes'

/** Our sentence for a problem's code; in English the server's own one is as good and tells more. */
const refusalWords = (code: string): string | null => i18n.global.locale.value === 'en' ? null : codes[code] ?? null

/** Of these the code says only that something is wrong; the sentence of the field says what. */
const ofFields = ['validation', 'request.invalid', 'json.invalid']

// The checks of the fields speak English; what they say follows a few patterns.
const patterns: [RegExp, string][] = [
  [/password needs at least/i, 'refusal.field.passwordShort'],
  [/password needs 3 of/i, 'refusal.field.passwordKinds'],
  [/contain the user name/i, 'refusal.field.passwordName'],
  [/off or worked, not both/i, 'refusal.field.offAndWorked'],
  [/days off, and there are none/i, 'refusal.field.nothingOff'],
  [/a year from|no more than|not beyond|has not begun|before \d{4}/i, 'refusal.field.range'],
  [/must not be empty|say which|is required|must not be null/i, 'refusal.field.required'],
  [/letters|digits|dots|dashes|characters (are|of)/i, 'refusal.field.characters'],
  [/characters or fewer|at most \d+ characters|length of '|maximum length/i, 'refusal.field.long'],
  [/between|greater than|less than|at least|at most/i, 'refusal.field.range'],
  [/twice|once|duplicate/i, 'refusal.field.twice'],
  [/no such|unknown|is no /i, 'refusal.field.unknown'],
  [/not of the kind|does not fit|not in the correct format/i, 'refusal.field.kind'],
]

/** The number or day that a sentence names is kept, since the translated sentence is a general one. */
const detail = (sentence: string): string => /\d{4}-\d{2}-\d{2}/.exec(sentence)?.[0] ?? ''

/** What is wrong with the whole; null where only the server has a sentence for it. */
export function refusalTitle(code: string, english: string): string | null {
  const known = refusalWords(code)
  const day = detail(english)
  return known === null || day === '' ? known : i18n.global.t('refusal.withDay', { sentence: known, day })
}

/** What is wrong with one field. */
export function refusalOfField(code: string, english: string): string {
  if (i18n.global.locale.value === 'en' || !ofFields.includes(code)) return refusalTitle(code, english) ?? english
  return i18n.global.t(patterns.find(([pattern]) => pattern.test(english))?.[1] ?? 'refusal.field.wrong')
}

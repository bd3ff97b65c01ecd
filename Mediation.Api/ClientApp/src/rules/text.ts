// Only what Chinese typing and pasted documents really need of NFKC, as the server folds it; the rest must stay as it was typed.
const folded = /[\u2F00-\u2FD5\uF900-\uFAD9\u2070\u00B9\u00B2\u00B3\u2074-\u2079\u2080-\u2089\u2460-\u2473\u2E9F\u2EF3\u33A1\u33A5\u339D\u339C\u339E\u338F\u338E\u33C4\u2116\u2160-\u2169\uFF01-\uFF5E]/g

const fold = (text: string): string => text.replace(folded, char => char.normalize('NFKC'))

/** Numbers and codes as they are compared: half-width, and nothing invisible in them. */
export const compact = (text: string): string =>
  text.replace(/[\uFF01-\uFF5E]/g, char => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).replace(/[\s\u0085\p{Cc}\p{Cf}]/gu, '')

function lower(char: string): string {
  const small = char.toLowerCase()
  return [...small].length === 1 ? small : char
}

/** Text as it is searched: compatibility forms folded, lower case, invisible characters gone, any white space one space. */
export const normalise = (text: string | null | undefined): string =>
  [...fold(text ?? '').replace(/\p{Cf}/gu, '').replace(/[\s\u0085\p{Cc}]+/gu, ' ')].map(lower).join('').trim()

/** A name as it is compared when looking for the same party twice; never shown. */
export const nameKey = (name: string | null | undefined): string => normalise(name).replaceAll(' ', '')

/** Runs of two letters or digits and more; Chinese has no spaces, so shorter ones have no pair. */
export const terms = (text: string | null | undefined): string[] =>
  (normalise(text).match(/[\p{L}\p{N}\p{Mn}\p{Mc}\p{Co}]+/gu) ?? []).filter(run => [...run].length > 1)

/** The overlapping pairs of every run. */
export const bigrams = (text: string | null | undefined): string[] => terms(text).flatMap(run => {
  const chars = [...run]
  return chars.slice(1).map((char, at) => chars[at]! + char)
})

export const isSearchable = (q: string): boolean => terms(q).length > 0

/** Whether a document made of normalised fields holds every term of q. */
export function matches(document: string, q: string): boolean {
  const wanted = terms(q)
  return wanted.length > 0 && wanted.every(term => document.includes(term))
}

import { i18n } from '@/messages'
import { store } from '@/offline'

interface Word { value: string; zh: string; en: string }

/** The words of a list of the reference in the language of now: for choices. */
export function options(list: string): { value: string; label: string }[] {
  const words = (store.kit.value?.reference.enums as Record<string, Word[]> | undefined)?.[list] ?? []
  return words.map(word => ({ value: word.value, label: say(word) }))
}

/** One value in the language of now; the value itself when the reference does not know it. */
export function label(list: string, value: string | null | undefined): string {
  if (value === null || value === undefined || value === '') return ''
  const word = (store.kit.value?.reference.enums as Record<string, Word[]> | undefined)?.[list]?.find(one => one.value === value)
  return word === undefined ? value : say(word)
}

const say = (word: Word): string => (i18n.global.locale.value === 'en' ? word.en : word.zh)

import { computed, shallowRef } from 'vue'
import { http } from '@/api/http'
import type { Reference } from '@/api/types'
import { i18n } from '@/messages'

export const reference = shallowRef<Reference | null>(null)

export async function loadReference(): Promise<void> {
  reference.value = await http.get<Reference>('/api/reference')
}

const words = computed(() => {
  const all = new Map<string, Map<string, { zh: string; en: string }>>()
  for (const [name, list] of Object.entries(reference.value?.enums ?? {})) all.set(name, new Map(list.map(word => [word.value, word])))
  return all
})

export const chinese = (): boolean => i18n.global.locale.value !== 'en'

/** The reference's word for a value; what it does not know is shown as it came. */
export function label(name: string, value: string | null | undefined): string {
  if (value === null || value === undefined || value === '') return ''
  const word = words.value.get(name)?.get(value)
  return word === undefined ? value : chinese() ? word.zh : word.en
}

/** The one word of a value in whatever list it stands; null where lists differ or none has it. */
export function wordOf(value: string): string | null {
  const found = new Set<string>()
  for (const list of words.value.values()) {
    const word = list.get(value)
    if (word !== undefined) found.add(chinese() ? word.zh : word.en)
  }
  return found.size === 1 ? [...found][0]! : null
}

export interface Option {
  value: string
  label: string
}

export const options = (name: string, except: readonly string[] = []): Option[] =>
  [...(words.value.get(name)?.keys() ?? [])].filter(value => value !== 'None' && !except.includes(value)).map(value => ({ value, label: label(name, value) }))

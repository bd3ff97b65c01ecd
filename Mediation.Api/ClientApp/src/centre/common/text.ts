import { i18n } from '@/messages'

const joined = (key: string, values: readonly (string | null | undefined)[]): string => values.filter(Boolean).join(i18n.global.t(key))

/** Words of one list. */
export const listed = (values: readonly (string | null | undefined)[]): string => joined('desk.comma', values)

/** Sentences one after the other. */
export const sentences = (values: readonly (string | null | undefined)[]): string => joined('desk.semicolon', values)

/** What is said beside: in brackets, or nothing. */
export const aside = (text: string | null | undefined): string => (text ? i18n.global.t('desk.aside', { text }) : '')

/** The same file, mended meanwhile, can be chosen once more: the browser else sees no change. */
export const again = (event: Event): void => { (event.target as HTMLInputElement).value = '' }

/** A name and what belongs to it. */
export const named = (name: string, text: string): string => i18n.global.t('desk.named', { name, text })

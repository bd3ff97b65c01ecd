import { i18n } from '@/messages'

/** What the server points out without refusing; its own sentences are Chinese. */
export const warningWords = (warning: { code: string; text: string }): string =>
  (i18n.global.locale.value === 'en' ? (i18n.global.tm('warnings') as Record<string, string>)[warning.code] : undefined) ?? warning.text

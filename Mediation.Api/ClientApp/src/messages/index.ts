import { createI18n, type MessageCompiler } from 'vue-i18n'
import { Lang } from 'quasar'
import quasarChinese from 'quasar/lang/zh-CN'
import chinese from './zh-CN'

export const languages = { 'zh-CN': '中文', en: 'English' } as const
export type Language = keyof typeof languages

/** Our messages only have places for named values; the library's own grammar would be a twentieth of what a tablet loads. */
const fill: MessageCompiler = message => (context: { named: (name: string) => unknown }) =>
  String(message).replace(/\{(\w+)\}/g, (_, name: string) => String(context.named(name) ?? ''))

export const i18n = createI18n<false>({ legacy: false, messageCompiler: fill, locale: 'zh-CN', fallbackLocale: 'zh-CN', messages: { 'zh-CN': chinese as never } })

const remembered = 'mediation.language'

/** Chinese is always there; English comes when somebody asks for it, and is kept by the service worker from then on. */
export async function speak(language: Language): Promise<void> {
  let pack: typeof quasarChinese = quasarChinese
  if (language === 'en') {
    i18n.global.setLocaleMessage('en', (await import('./en')).default)
    pack = (await import('quasar/lang/en-US')).default
  }
  i18n.global.locale.value = language
  Lang.set(pack as Parameters<typeof Lang.set>[0])
  document.documentElement.lang = language
  document.title = i18n.global.t('app.name')
  localStorage.setItem(remembered, language)
}

export const rememberedLanguage = (): Language => (localStorage.getItem(remembered) === 'en' ? 'en' : 'zh-CN')

import { Dialog, Notify, Quasar } from 'quasar'
import iconSet from 'quasar/icon-set/svg-material-icons'
import chinese from 'quasar/lang/zh-CN'
import 'quasar/dist/quasar.css'
import './styles/app.css'
import { createApp } from 'vue'
import App from './App.vue'
import { rememberedLanguage, i18n, speak } from './messages'
import { router } from './router'

const app = createApp(App)
app.use(Quasar, {
  plugins: { Dialog, Notify },
  lang: chinese,
  iconSet,
  config: { brand: { primary: '#1d5c4d', secondary: '#3b5b8c', accent: '#8a4b08', positive: '#1b6e3c', negative: '#b3261e', warning: '#8a5a00', info: '#2a5d9f' } },
})
app.use(i18n)
app.use(router)
await speak(rememberedLanguage())
app.mount('#app')

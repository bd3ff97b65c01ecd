import { Quasar } from 'quasar'
import iconSet from 'quasar/icon-set/svg-material-icons'
import chinese from 'quasar/lang/zh-CN'
import './styles/quasar.sass'
import './styles/app.css'
import { createApp } from 'vue'
import App from './App.vue'
import { rememberedLanguage, i18n, speak } from './messages'
import { router } from './router'

const app = createApp(App)
app.use(Quasar, {
  lang: chinese,
  iconSet,
})
app.use(i18n)
app.use(router)
await speak(rememberedLanguage())
app.mount('#app')

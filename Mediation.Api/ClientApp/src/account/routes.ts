import type { RouteRecordRaw } from 'vue-router'
import SignInPage from './SignInPage.vue'

export const accountRoutes: RouteRecordRaw[] = [
  { path: '/sign-in', name: 'signIn', component: SignInPage },
  { path: '/settings', name: 'settings', component: () => import('./SettingsPage.vue') },
  { path: '/sync', name: 'sync', component: () => import('../sync/SyncPage.vue') },
]

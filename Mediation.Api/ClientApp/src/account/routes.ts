import type { RouteRecordRaw } from 'vue-router'

export const accountRoutes: RouteRecordRaw[] = [
  { path: '/sign-in', name: 'signIn', component: () => import('./SignInPage.vue') },
  { path: '/settings', name: 'settings', component: () => import('./SettingsPage.vue') },
  { path: '/sync', name: 'sync', component: () => import('../sync/SyncPage.vue') },
]

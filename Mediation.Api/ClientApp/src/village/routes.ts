import type { RouteRecordRaw } from 'vue-router'

export const villageRoutes: RouteRecordRaw[] = [
  { path: '/', name: 'home', component: () => import('./HomePage.vue') },
]

import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { accountRoutes } from './account/routes'
import { centreRoutes } from './centre/routes'
import { villageRoutes } from './village/routes'

const routes: RouteRecordRaw[] = [
  ...accountRoutes,
  ...villageRoutes,
  ...centreRoutes,
  { path: '/:rest(.*)*', name: 'notFound', component: () => import('./common/NotFound.vue') },
]

export const router = createRouter({ history: createWebHistory(), routes, scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 } })

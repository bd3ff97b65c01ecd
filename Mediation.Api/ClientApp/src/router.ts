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

export const router = createRouter({
  history: createWebHistory(),
  routes,
  // What is chosen on a page stands in its address too: another page begins at its top, the same one stays where it is.
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
})

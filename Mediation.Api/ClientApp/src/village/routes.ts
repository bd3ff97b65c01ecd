import type { RouteRecordRaw } from 'vue-router'
import './village.css'

export const villageRoutes: RouteRecordRaw[] = [
  { path: '/', name: 'home', component: () => import('./HomePage.vue') },
  { path: '/register', name: 'register', component: () => import('./intake/IntakePage.vue') },
  { path: '/emergency', name: 'emergency', component: () => import('./EmergencyPage.vue') },
  { path: '/disputes', name: 'disputes', component: () => import('./DisputesPage.vue') },
  { path: '/disputes/:id', name: 'dispute', component: () => import('./dispute/DisputePage.vue') },
  { path: '/disputes/:id/steps/:step', name: 'step', component: () => import('./steps/StepPage.vue') },
  { path: '/disputes/:id/cards', name: 'cards', component: () => import('./CardsPage.vue') },
  { path: '/disputes/:id/attach', name: 'attach', component: () => import('./AttachPage.vue') },
  { path: '/disputes/:id/papers', name: 'papers', component: () => import('./print/PapersPage.vue') },
  { path: '/disputes/:id/papers/:kind', name: 'paper', component: () => import('./print/PaperPage.vue') },
  { path: '/screening', name: 'screening', component: () => import('./ScreeningPage.vue') },
  { path: '/month', name: 'month', component: () => import('./MonthPage.vue') },
]

import type { RouteRecordRaw } from 'vue-router'

const admin: RouteRecordRaw[] = [
  { path: '', name: 'centreAdmin', component: () => import('./admin/AdminHome.vue') },
  { path: 'accounts', component: () => import('./admin/AccountsPage.vue') },
  { path: 'areas', component: () => import('./admin/AreasPage.vue') },
  { path: 'calendar', component: () => import('./admin/CalendarPage.vue') },
  { path: 'rules', component: () => import('./admin/RulesPage.vue') },
  { path: 'devices', component: () => import('./admin/DevicesPage.vue') },
  { path: 'late', component: () => import('./admin/LatePage.vue') },
  { path: 'exports', component: () => import('./admin/ExportsPage.vue') },
  { path: 'access-log', component: () => import('./admin/AccessLogPage.vue') },
]

export const centreRoutes: RouteRecordRaw[] = [
  {
    path: '/centre',
    component: () => import('./CentreShell.vue'),
    children: [
      { path: '', redirect: '/centre/triage' },
      { path: 'triage', name: 'triage', component: () => import('./triage/TriagePage.vue') },
      { path: 'disputes', name: 'ledger', component: () => import('./ledger/LedgerPage.vue') },
      { path: 'disputes/:id', name: 'disputeFile', component: () => import('./dispute/DisputePage.vue'), props: true },
      { path: 'paper-entry', name: 'paperEntry', component: () => import('./paper/PaperEntryPage.vue') },
      { path: 'mediators', name: 'mediators', component: () => import('./registry/MediatorsPage.vue') },
      { path: 'organisations', name: 'organisations', component: () => import('./registry/OrganisationsPage.vue') },
      { path: 'overview', name: 'overview', component: () => import('./overview/OverviewPage.vue') },
      { path: 'reports', name: 'monthlyReport', component: () => import('./report/ReportPage.vue') },
      { path: 'reports/filings', component: () => import('./report/FilingsPage.vue') },
      { path: 'reports/filings/:id', component: () => import('./report/FilingPage.vue'), props: true },
      { path: 'reports/openings', component: () => import('./report/OpeningsPage.vue') },
      { path: 'reports/openings/sign', component: () => import('./report/OpeningEntryPage.vue') },
      { path: 'reports/periods', component: () => import('./report/PeriodsPage.vue') },
      { path: 'reports/shares', component: () => import('./report/SharesPage.vue') },
      { path: 'screening', name: 'rounds', component: () => import('./screening/RoundsPage.vue') },
      { path: 'screening/campaigns', component: () => import('./screening/CampaignsPage.vue') },
      { path: 'screening/signs', component: () => import('./screening/SignsPage.vue') },
      { path: 'screening/plans', component: () => import('./screening/PlansPage.vue') },
      { path: 'screening/desk', component: () => import('./screening/FrontDeskPage.vue') },
      { path: 'screening/week', component: () => import('./screening/WeekPage.vue') },
      { path: 'supervision', name: 'majorMatters', component: () => import('./supervision/MajorMattersPage.vue') },
      { path: 'supervision/cards', component: () => import('./supervision/CardsPage.vue') },
      { path: 'supervision/meetings', component: () => import('./supervision/MeetingsPage.vue') },
      { path: 'supervision/meetings/:id', component: () => import('./supervision/MeetingPage.vue'), props: true },
      { path: 'supervision/books', component: () => import('./supervision/BooksPage.vue') },
      { path: 'admin', children: admin },
    ],
  },
]

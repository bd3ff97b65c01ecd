import type { RouteRecordRaw } from 'vue-router'

export const centreRoutes: RouteRecordRaw[] = []

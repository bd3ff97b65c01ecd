import type { Schemas } from '@/api/types'

export interface NavigationItem { to: string; label: string; icon: string; for: Schemas['Role'][] }

/** What each part of the client offers; a part that is not there offers nothing. */
const parts = import.meta.glob<{ navigation: NavigationItem[] }>(['../village/navigation.ts', '../centre/navigation.ts'], { eager: true })

const order = ['../village/navigation.ts', '../centre/navigation.ts']

export const navigation: readonly NavigationItem[] = order.flatMap(path => parts[path]?.navigation ?? [])

/** A page at the kitchen table needs a store on the tablet, which a desk in a centre has not. */
export function navigationFor(roles: readonly string[], onTablet: boolean): NavigationItem[] {
  return navigation.filter(item => item.for.some(role => roles.includes(role)) && (onTablet || item.to.startsWith('/centre')))
}

import { computed, shallowRef } from 'vue'
import { http } from '@/api/http'
import type { Session } from '@/api/types'
import { organisationsUnder } from './directory'
import { may, type Permission } from '@/rules/permissions'
import { desksOf } from './desks'

export const session = shallowRef<Session | null>(null)

const desks = shallowRef<ReadonlySet<string>>(new Set())

/** Whether a matter of that organisation lies on the own desk: a town's centre and its committee act for each other. */
export const actsFor = (organisationId: string): boolean => desks.value.has(organisationId)

export async function loadSession(): Promise<Session> {
  const now = await http.get<Session>('/api/session')
  desks.value = desksOf(now, await organisationsUnder(now.areaCode))
  session.value = now
  return now
}

export const can = (permission: Permission): boolean => session.value !== null && may(session.value.roles, permission)

/** What lies below the own desk: the area that lists and reports begin with. */
export const ownArea = computed(() => session.value?.areaCode ?? '')

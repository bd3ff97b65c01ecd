import { computed, shallowRef } from 'vue'
import { http } from '@/api/http'
import type { Schemas, Session } from '@/api/types'

export type Role = Schemas['Role']
export type Permission =
  | 'ReadMatters' | 'Register' | 'Accept' | 'Mediate' | 'Close' | 'Escalate' | 'EscalateRed' | 'SendDown' | 'DecideHandover' | 'Correct' | 'Direct' | 'Reveal'
  | 'Erase' | 'ReadReports' | 'ReadLogs' | 'ReviewDossiers' | 'ManageAreas' | 'ManageRegistry' | 'ManageCalendar' | 'ManageAccounts'

const mediates: Role[] = ['VillageMediator', 'VillageCommitteeDirector', 'TownMediator', 'SectorMediator']
const governs: Role[] = ['GovernanceOfficeDirector', 'DistrictCenter']
const everybody = [...mediates, ...governs]
const directed = everybody.filter(role => role !== 'VillageMediator')

/** Hides what a role cannot do (the server's Permissions table, repeated for the eye only: the server decides). */
const grants: Record<Permission, readonly Role[]> = {
  ReadMatters: [...everybody, 'JusticeBureau'],
  Register: everybody,
  Accept: [...mediates, 'DistrictCenter'],
  Mediate: [...mediates, 'DistrictCenter'],
  Close: everybody,
  Correct: everybody,
  EscalateRed: everybody,
  Escalate: directed,
  SendDown: ['SectorMediator', 'TownMediator', ...governs],
  DecideHandover: directed,
  Direct: ['VillageCommitteeDirector', ...governs],
  Reveal: everybody,
  Erase: ['DistrictCenter'],
  ReadReports: [...everybody, 'JusticeBureau'],
  ReadLogs: ['Auditor'],
  ReviewDossiers: ['JusticeBureau'],
  ManageAreas: ['SysAdmin', 'DistrictCenter'],
  ManageRegistry: ['SysAdmin', 'DistrictCenter', 'JusticeBureau', 'GovernanceOfficeDirector'],
  ManageCalendar: ['SysAdmin', 'DistrictCenter'],
  ManageAccounts: ['SysAdmin'],
}

export const allows = (roles: readonly Role[], permission: Permission): boolean => roles.some(role => grants[permission].includes(role))

/** The roles that have one of these permissions; what the navigation shows to whom. */
export const rolesWith = (...permissions: Permission[]): Role[] => [...new Set(permissions.flatMap(permission => grants[permission]))]

export const session = shallowRef<Session | null>(null)

export async function loadSession(): Promise<Session> {
  session.value = await http.get<Session>('/api/session')
  return session.value
}

export const can = (permission: Permission): boolean => session.value !== null && allows(session.value.roles, permission)

/** What lies below the own desk: the area that lists and reports begin with. */
export const ownArea = computed(() => session.value?.areaCode ?? '')

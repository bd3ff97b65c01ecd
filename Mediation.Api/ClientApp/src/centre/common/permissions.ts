import type { Schemas } from '@/api/types'

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

const ownLists = ['SectorCommittee', 'EnterpriseCommittee']

/** The organisations whose matters this desk handles: those of the same area and tier, except for who answers for no area. */
export function desksOf(own: { organisationId: string; areaCode: string; tier: string }, all: readonly { id: string; areaCode: string; tier: string; kind: string }[]): Set<string> {
  const mine = all.find(one => one.id === own.organisationId)
  const shared = mine && ownLists.includes(mine.kind) ? [] : all.filter(one => one.areaCode === own.areaCode && one.tier === own.tier && !ownLists.includes(one.kind))
  return new Set([own.organisationId, ...shared.map(one => one.id)])
}

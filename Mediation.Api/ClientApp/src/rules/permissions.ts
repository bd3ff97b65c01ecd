import type { Schemas } from '@/api/types'

export type Role = Schemas['Role']
export type Permission =
  | 'ReadMatters' | 'Register' | 'RecordLead' | 'Accept' | 'Mediate' | 'Close' | 'Escalate' | 'EscalateRed' | 'SendDown' | 'DecideHandover' | 'Correct' | 'Direct' | 'Reveal'
  | 'Erase' | 'ReadReports' | 'ReadLogs' | 'ReviewDossiers' | 'ManageAreas' | 'ManageRegistry' | 'ManageCalendar' | 'ManageAccounts' | 'Assess'

const mediates: Role[] = ['VillageMediator', 'VillageCommitteeDirector', 'TownMediator', 'SectorMediator']
const governs: Role[] = ['GovernanceOfficeDirector', 'DistrictCenter']
const everybody = [...mediates, ...governs]
const directed = everybody.filter(role => role !== 'VillageMediator')

/** What a person sees as a button: the server's Permissions table, repeated for the eye only; the server decides again. */
const grants: Record<Permission, readonly Role[]> = {
  ReadMatters: [...everybody, 'JusticeBureau'],
  Register: everybody,
  RecordLead: [...everybody, 'GridWorker'],
  Accept: [...mediates, 'DistrictCenter'],
  Mediate: [...mediates, 'DistrictCenter'],
  Close: everybody,
  Correct: everybody,
  // A red matter may be sent up by any mediator at once; otherwise a village sends up through its director.
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
  Assess: ['DistrictCenter'],
}

export const may = (roles: readonly Role[], permission: Permission): boolean => roles.some(role => grants[permission].includes(role))

import type { Schemas } from '@/api/types'

export type Role = Schemas['Role']

const mediates = (role: Role): boolean => ['VillageMediator', 'VillageCommitteeDirector', 'TownMediator', 'SectorMediator'].includes(role)
const governs = (role: Role): boolean => role === 'GovernanceOfficeDirector' || role === 'DistrictCenter'

/** What a person sees as a button; the server decides again. */
const table = {
  register: (role: Role) => mediates(role) || governs(role),
  mediate: (role: Role) => mediates(role) || role === 'DistrictCenter',
  correct: (role: Role) => mediates(role) || governs(role),
  // A red matter may be sent up by any mediator at once; otherwise a village sends up through its director.
  escalateRed: (role: Role) => mediates(role) || governs(role),
  escalate: (role: Role) => role !== 'VillageMediator' && (mediates(role) || governs(role)),
  sendDown: (role: Role) => role === 'SectorMediator' || role === 'TownMediator' || governs(role),
  decideHandover: (role: Role) => role !== 'VillageMediator' && (mediates(role) || governs(role)),
  direct: (role: Role) => role === 'VillageCommitteeDirector' || governs(role),
}
export type Permission = keyof typeof table

export const may = (roles: readonly Role[], permission: Permission): boolean => roles.some(role => table[permission](role))

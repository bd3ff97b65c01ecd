import { matAddCircle, matAssignmentTurnedIn, matHome, matList, matSummarize } from '@quasar/extras/material-icons'
import type { Schemas } from '@/api/types'

type Role = Schemas['Role']
const desk: Role[] = ['VillageMediator', 'VillageCommitteeDirector', 'SectorMediator', 'TownMediator']

/** What the frame offers to whoever works at a kitchen table. */
export const navigation: { to: string; label: string; icon: string; for: Role[] }[] = [
  { to: '/', label: 'village.nav.home', icon: matHome, for: desk },
  { to: '/register', label: 'village.nav.register', icon: matAddCircle, for: desk },
  { to: '/disputes', label: 'village.nav.disputes', icon: matList, for: desk },
  { to: '/screening', label: 'village.nav.screening', icon: matAssignmentTurnedIn, for: ['VillageMediator', 'VillageCommitteeDirector'] },
  { to: '/month', label: 'village.nav.month', icon: matSummarize, for: ['VillageMediator', 'VillageCommitteeDirector'] },
]

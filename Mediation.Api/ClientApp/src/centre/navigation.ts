import { matAdminPanelSettings, matEditNote, matEmojiEvents, matFactCheck, matFolderOpen, matGroups, matInbox, matInsights, matSummarize, matSupervisorAccount } from '@quasar/extras/material-icons'
import type { Schemas } from '@/api/types'

type Role = Schemas['Role']

// Repeated here rather than asked of the centre's permissions: this list is part of the first load, those are not.
const desks: Role[] = ['TownMediator', 'GovernanceOfficeDirector', 'SectorMediator', 'DistrictCenter']
const readers: Role[] = [...desks, 'JusticeBureau']
const offices: Role[] = ['GovernanceOfficeDirector', 'DistrictCenter', 'JusticeBureau', 'SysAdmin', 'Auditor']

export const navigation: { to: string; label: string; icon: string; for: Role[] }[] = [
  { to: '/centre/triage', label: 'centre.nav.triage', icon: matInbox, for: readers },
  { to: '/centre/disputes', label: 'centre.nav.ledger', icon: matFolderOpen, for: readers },
  { to: '/centre/paper-entry', label: 'centre.nav.paperEntry', icon: matEditNote, for: desks },
  { to: '/centre/screening', label: 'centre.nav.screening', icon: matFactCheck, for: readers },
  { to: '/centre/supervision', label: 'centre.nav.supervision', icon: matSupervisorAccount, for: readers },
  { to: '/centre/overview', label: 'centre.nav.overview', icon: matInsights, for: readers },
  { to: '/centre/reports', label: 'centre.nav.reports', icon: matSummarize, for: readers },
  { to: '/centre/assessment', label: 'centre.nav.assessment', icon: matEmojiEvents, for: readers },
  { to: '/centre/mediators', label: 'centre.nav.registry', icon: matGroups, for: [...readers, 'SysAdmin'] },
  { to: '/centre/admin', label: 'centre.nav.admin', icon: matAdminPanelSettings, for: offices },
]

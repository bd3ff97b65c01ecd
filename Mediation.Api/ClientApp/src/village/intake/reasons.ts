import type { RiskLevel } from '@/api/types'

const table: [RegExp, string][] = [
  [/^death/, 'DeathOrSeriousInjury'], [/^red-/, 'RedLevel'], [/^cross-town/, 'CrossTown'], [/^cross-village/, 'CrossVillage'], [/^people/, 'PeopleInvolved'],
  [/^amount/, 'Amount'], [/^requested/, 'PartyRequest'], [/^official/, 'ConflictOfInterest'], [/^attempts/, 'FailedAttempts'], [/^(sector|medical)/, 'SectorCompetence'],
]

/** Why the rules send it up, in the words of an escalation; a rule that is new here falls back on what always holds. */
export const reasonFor = (rule: string, level: RiskLevel): string => table.find(([test]) => test.test(rule))?.[1] ?? (level === 'Red' ? 'RedLevel' : 'CrossDepartment')

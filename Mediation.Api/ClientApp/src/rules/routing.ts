import type { Party, Risk, RiskLevel, Tier, DisputeType } from '@/api/types'
import { levelOf, townOf, holds } from './areas'

/** The rule set in force, as `seeds/routing-rules.json` writes it and `/api/reference` brings it. */
export interface RuleText {
  version: string
  effectiveFrom: string
  rules: RoutingRule[]
  levels: LevelRule[]
  limits: LimitRule[]
  handover: { skipLevelReasons: string[]; attemptsMaximum: Record<string, number>; forbidReturnFor: string[] }
  clocks?: { followUpDays: { from: number; to: number }; yellowPercent: number }
}
export type Target = 'Committee' | 'Centre' | 'Sector' | 'Organ'
export interface Reasoned { id: string; zh: string; en: string; basis?: string }
export interface RoutingRule extends Reasoned { when: Conditions; tier: Tier; target: Target; offer?: boolean }
export interface LevelRule extends Reasoned { when: Conditions; level: RiskLevel }
export interface LimitRule { id: string; tier: Tier; step: string; types?: DisputeType[]; complex?: boolean; amount: number; unit: 'Workday' | 'Day' | 'Month' }
type Conditions = Record<string, unknown>

export interface RoutingFacts {
  type: DisputeType
  subtype?: string | null
  areaCode: string
  parties: { side: Party['side']; areaCode?: string | null }[]
  risks: readonly Risk[]
  peopleInvolved: number
  /** Yuan; null means unknown, which no band matches. */
  amount?: number | null
  failedAttempts?: number
  overdue?: boolean
  requestedTier?: Tier | null
  sectorRequested?: boolean
  referredBy?: string | null
  currentTier?: Tier
}

export interface Proposal { tier: Tier; target: Target; level: RiskLevel; reasons: Reasoned[]; levelReasons: Reasoned[]; offers: Reasoned[]; ruleSetVersion: string }

const levels: RiskLevel[] = ['Green', 'Yellow', 'Red']
const tiers: Tier[] = ['Village', 'Town', 'District']
const targets: Target[] = ['Committee', 'Centre', 'Sector', 'Organ']

/** An applicant's and a respondent's households lie apart; a code that only names the town says nothing against a village of it. */
function apart(facts: RoutingFacts, span: string): boolean {
  const homes = (side: string): string[] => facts.parties.filter(p => p.side === side && p.areaCode).map(p =>
    span === 'Town' && levelOf(p.areaCode!) === 'Village' ? townOf(p.areaCode!) : p.areaCode!)
  return homes('Applicant').some(one => homes('Respondent').some(other => !holds(one, other) && !holds(other, one)))
}

const oneOf = (wanted: unknown, fact: string | null | undefined): boolean => fact != null && (wanted as string[]).includes(fact)
const atLeast = (least: unknown, fact: number | null | undefined): boolean => fact != null && fact >= (least as number)
const starts = (prefixes: unknown, subtype: string | null | undefined): boolean => subtype != null && (prefixes as string[]).some(p => subtype.startsWith(p))

const questions: Record<string, (value: unknown, facts: RoutingFacts, level: RiskLevel) => boolean> = {
  types: (value, facts) => oneOf(value, facts.type),
  notTypes: (value, facts) => !oneOf(value, facts.type),
  subtypes: (value, facts) => starts(value, facts.subtype),
  notSubtypes: (value, facts) => !starts(value, facts.subtype),
  areaLevel: (value, facts) => oneOf(value, levelOf(facts.areaCode)),
  minPeople: (value, facts) => atLeast(value, facts.peopleInvolved),
  minAmount: (value, facts) => atLeast(value, facts.amount),
  minFailedAttempts: (value, facts) => atLeast(value, facts.failedAttempts ?? 0),
  anyRisk: (value, facts) => facts.risks.some(risk => (value as Risk[]).includes(risk)),
  partiesSpan: (value, facts) => apart(facts, value as string),
  overdue: (value, facts) => (facts.overdue ?? false) === value,
  minLevel: (value, _facts, level) => levels.indexOf(level) >= levels.indexOf(value as RiskLevel),
  fromTier: (value, facts) => oneOf(value, facts.currentTier ?? 'Village'),
  requestedTier: (value, facts) => oneOf(value, facts.requestedTier),
  sectorRequested: (value, facts) => (facts.sectorRequested ?? false) === value,
  referredBy: (value, facts) => oneOf(value, facts.referredBy),
}

/** An unknown condition comes from newer rules than this client: then the rule stays silent, and the server decides at sync. */
const speaks = (when: Conditions, facts: RoutingFacts, level: RiskLevel): boolean =>
  Object.entries(when).every(([name, value]) => questions[name]?.(value, facts, level) ?? false)

/** The hottest level any rule gives, with that level's reasons first. */
export function assess(set: RuleText, facts: RoutingFacts): { level: RiskLevel; reasons: Reasoned[] } {
  const hits = set.levels.filter(rule => speaks(rule.when, facts, 'Green')).sort((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level))
  return { level: hits[0]?.level ?? 'Green', reasons: hits }
}

/** The highest tier wins, an organ beats all, and at the winning tier a sector beats centre and committee. */
export function propose(set: RuleText, facts: RoutingFacts): Proposal {
  const { level, reasons: levelReasons } = assess(set, facts)
  const hits = set.rules.filter(rule => speaks(rule.when, facts, level))
  const isDefault = (rule: RoutingRule): boolean => Object.keys(rule.when).length === 0
  let carrying = hits.filter(rule => !rule.offer && !isDefault(rule))
  if (carrying.length === 0) carrying = set.rules.filter(isDefault)
  carrying = [...carrying].sort((a, b) =>
    Number(b.target === 'Organ') - Number(a.target === 'Organ') || tiers.indexOf(b.tier) - tiers.indexOf(a.tier) || targets.indexOf(b.target) - targets.indexOf(a.target))
  const target = carrying[0]!.target
  const tier = tiers[Math.max(...carrying.map(rule => tiers.indexOf(rule.tier)))]!
  // An organ's word is always worth saying; else an offer must lead further, and nothing is offered beside an organ.
  const adds = (rule: RoutingRule): boolean => rule.target === 'Organ'
    || targets.indexOf(target) < targets.indexOf('Sector') && (tiers.indexOf(rule.tier) > tiers.indexOf(tier) || targets.indexOf(rule.target) > targets.indexOf(target))
  return { tier, target, level, reasons: carrying, levelReasons, offers: hits.filter(rule => rule.offer && adds(rule)), ruleSetVersion: set.version }
}

/** The closest limit: one for the type before one for its complexity before the tier's own. */
export function limitOf(set: RuleText, tier: Tier, step: string, type: DisputeType, complex: boolean): LimitRule | null {
  const closeness = (rule: LimitRule): number => (rule.types ? 2 : 0) + (rule.complex === undefined ? 0 : 1)
  const fitting = set.limits.filter(rule => rule.tier === tier && rule.step === step && (rule.types?.includes(type) ?? true) && (rule.complex === undefined || rule.complex === complex))
  return fitting.sort((a, b) => closeness(b) - closeness(a))[0] ?? null
}

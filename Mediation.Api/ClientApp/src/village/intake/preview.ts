import type { Dispute, Schemas } from '@/api/types'
import { today } from '@/common/dates'
import { limitOf, type Proposal, type Reasoned } from '@/rules'
import { calendar, rules } from '../kit'

const view = (reason: Reasoned): Schemas['ReasonView'] => ({ rule: reason.id, text: reason.zh, textEn: reason.en, basis: reason.basis ?? null })

/** What the tablet's own rules say of level, tier and limit, shown until the server says it anew. */
export function previewOf(proposal: Proposal | null, type: Dispute['type'] = 'Other'): Partial<Dispute> {
  if (proposal === null) return {}
  const limit = rules.value === null ? null : limitOf(rules.value, 'Village', 'Acceptance', type, proposal.level !== 'Green')
  return {
    ...(limit ? { dueOn: calendar.value.due(today(), limit.amount, limit.unit).due } : {}),
    riskLevel: proposal.level,
    routing: {
      tier: proposal.tier, target: proposal.target, organisation: null, mediators: [], excluded: [], reasons: proposal.reasons.map(view), offers: proposal.offers.map(view),
      riskLevel: proposal.level, riskReasons: proposal.levelReasons.map(view), ruleSetVersion: proposal.ruleSetVersion, override: null,
    },
  }
}

import type { Dispute } from '@/api/types'
import { allows } from '@/rules'
import { mayI, moves } from '../kit'
import { atThisDesk, definitions, type StepDefinition } from './definitions'

/** What is most likely next, by how the matter stands; everything else waits behind "more". */
const likely: Record<string, string[]> = {
  HandoverPending: ['accept-handover', 'refuse-handover'], Registered: ['accept', 'spot', 'escalate'], InMediation: ['session', 'agreement', 'escalate'], Suspended: ['resume'],
  Agreed: ['performance', 'complete', 'close', 'follow-up'], Performing: ['performance', 'complete', 'close', 'follow-up'], Performed: ['close', 'follow-up'], Unresolved: ['accept', 'escalate', 'close'],
  ReferredOut: ['close'],
}

const permitted = (step: StepDefinition, dispute: Dispute): boolean =>
  step.name === 'escalate' ? mayI('Escalate') || (dispute.riskLevel === 'Red' && mayI('EscalateRed')) : mayI(step.permission)

/** The steps that the lifecycle, the desk and the role allow now: the likely ones in their order, then the rest. */
export function stepsFor(dispute: Dispute): { next: StepDefinition[]; more: StepDefinition[] } {
  // Before the first kit arrives the table of moves is empty: then nothing is offered rather than everything.
  const open = definitions.filter(step => allows(moves.value, dispute.status, step.action) && atThisDesk(step, dispute) && permitted(step, dispute) && (step.offered?.(dispute) ?? true))
  // What must be reported at once comes before anything else.
  const duty = dispute.warnings.some(one => one.code === 'risk.report-duty') ? ['risk-report'] : []
  const first = [...duty, ...(likely[dispute.status] ?? [])]
  return { next: first.flatMap(name => open.filter(step => step.name === name)), more: open.filter(step => !first.includes(step.name)) }
}

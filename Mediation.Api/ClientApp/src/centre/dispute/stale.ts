import type { Dispute } from '@/api/types'

export interface Change {
  field: string
  before: string
  after: string
}

type Words = (name: string, value: string) => string

/** What somebody else changed between the state that was seen and the present one, in the fields that decide on the next step. */
export function changesBetween(before: Dispute, after: Dispute, label: Words): Change[] {
  const told = (dispute: Dispute): Record<string, string> => ({
    status: label('DisputeStatus', dispute.status),
    riskLevel: label('RiskLevel', dispute.riskLevel),
    type: label('DisputeType', dispute.type),
    responsible: dispute.responsible.name,
    holder: dispute.holder.name,
    subject: dispute.subject ?? '',
    dueOn: dispute.dueOn,
    mediators: dispute.cases.map(one => [one.host?.name, ...one.assistants.map(person => person.name)].filter(Boolean).join(', ')).join('; '),
    sessions: String(dispute.cases.reduce((sum, one) => sum + one.sessionCount, 0)),
    parties: dispute.parties.filter(party => !party.removal).map(party => party.name ?? party.description ?? '').join(', '),
  })
  const was = told(before)
  const now = told(after)
  return Object.keys(was).filter(field => was[field] !== now[field]).map(field => ({ field, before: was[field] as string, after: now[field] as string }))
}

import { useI18n } from 'vue-i18n'
import type { Dispute, Schemas } from '@/api/types'
import { label } from '@/common/labels'

/** A row of the journal as the tablet keeps it: who did what when, and what a person wants to read of it. */
export interface Line {
  sequence: number
  event: string
  on: string
  actorName: string | null
  organisationName: string | null
  facts: { field?: string; undone?: string; reason?: string; result?: string }
  texts: { reason?: string; old?: string; new?: string; note?: string }
}

const reasons: Record<string, string> = {
  Escalated: 'EscalationReason', Returned: 'ReturnReason', HandoverRefused: 'HandoverRefusal', HandoverForwarded: 'HandoverRefusal', Rejected: 'RejectionReason', MediationTerminated: 'TerminationReason', Suspended: 'SuspensionReason',
}

export function useJournalWords() {
  const { t, te } = useI18n()

  function lineOf(row: Schemas['JournalLine']): Line {
    const facts = row.facts as unknown as Record<string, unknown>
    const text = (name: string): string | undefined => (typeof facts[name] === 'string' ? facts[name] as string : undefined)
    const { reason, old, new: now, note } = row.texts as Record<string, string>
    return {
      sequence: row.sequence, event: row.event, on: row.on, actorName: row.actorName ?? null, organisationName: row.organisationName ?? null,
      facts: { field: text('field'), undone: text('undone'), reason: text('reason'), result: text('result') }, texts: { reason, old, new: now, note },
    }
  }

  /** A field of a correction in words; of a party with the name. */
  function fieldName(field: string, dispute: Dispute): string {
    const [first, id, fact] = field.split('.')
    const name = (one: string): string => (te(`village.fact.${one}`) ? t(`village.fact.${one}`) : one)
    return first === 'parties' ? `${dispute.parties.find(party => party.id === id)?.name ?? ''} ${name(fact!)}` : name(first!)
  }

  function detail({ event, facts, texts }: Line, dispute: Dispute): string {
    const parts: (string | undefined)[] = []
    if (event === 'Corrected' && facts?.field) parts.push(t('village.corrected', { field: fieldName(facts.field, dispute), old: texts.old || t('village.blank'), new: texts.new || t('village.blank') }))
    if (event === 'Reversed' && facts?.undone) parts.push(t('village.reversed', { step: label('JournalEvent', facts.undone) }))
    if (facts?.reason && reasons[event]) parts.push(label(reasons[event], facts.reason))
    if (facts?.result) parts.push(label('SessionResult', facts.result))
    parts.push(texts?.reason, texts?.note)
    return parts.filter(Boolean).join(' · ')
  }

  return { lineOf, detail }
}

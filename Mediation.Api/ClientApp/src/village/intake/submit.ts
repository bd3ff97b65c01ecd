import type { Schemas } from '@/api/types'
import { label } from '@/common/labels'
import { i18n } from '@/messages'
import { attach, perform } from '@/offline'
import type { Proposal } from '@/rules'
import { chineseOf, deskFor, me, townCentre } from '../kit'
import { defaultSubject, registerBody, type IntakeDraft, type Outcome } from './model'
import { previewOf } from './preview'
import { reasonFor } from './reasons'
import { blobOf } from './sound'

/** Puts a matter on the ledger, and on its way when it does not stay: each of it durable on this device before the next. Says what became of it. */
export async function submitIntake(draft: IntakeDraft, proposal: Proposal | null, mayEscalate: boolean): Promise<Outcome> {
  const follows = draft.outcome === 'mediate' && proposal !== null && proposal.tier !== 'Village' && proposal.target !== 'Organ' && !draft.keep
  const reason = draft.outcome === 'up' ? draft.upReason! : follows ? reasonFor(proposal.reasons[0]?.id ?? '', proposal.level) : null
  // A village sends up through its director; who is none hands it over as it is registered, with the same reason in words.
  const sends = reason !== null && (mayEscalate || reason === 'RedLevel')
  const target = follows && proposal.target === 'Sector' ? deskFor(proposal, draft.type!) : townCentre.value
  let override: Schemas['OverrideBody'] | undefined
  if (draft.outcome === 'mediate' && draft.keep && draft.keepReason) override = { tier: 'Village', organisationId: me.value!.organisationId, reason: draft.keepReason }
  else if (reason !== null && !sends && target !== null) override = { tier: target.tier, organisationId: target.id, reason: draft.upNote.trim() || label('EscalationReason', reason) }
  const body = registerBody(draft, { receivedAt: new Date().toISOString(), override, spokenTerms: i18n.global.t('village.voice.terms') })
  const preview = { subject: defaultSubject(draft, chineseOf('DisputeType', draft.type!)), ...previewOf(proposal, draft.type!) }
  await perform('RegisterDispute', draft.id, body, { commandId: draft.id, preview })
  if (sends) await perform('EscalateDispute', draft.id, { reason, note: draft.upNote.trim() || undefined })
  if (draft.sound) await attach(draft.id, blobOf(draft.sound), { kind: 'Recording', name: i18n.global.t('village.voice.name'), agreedBy: draft.parties.slice(0, 2).map(one => one.id) })
  return reason === null ? draft.outcome! : 'up'
}

import { dayOf } from '@/common/dates'
import type { Schemas } from '@/api/types'
import { device } from '../state'
import type { Dispute, OutboxEntry } from '../types'
import { accepted, agreed, ended, moved, session, settled } from './cases'
import { appointed, corrected, decided, followedUp, handedOver, noticed, partiesChanged, performed, resumed, suspended } from './later'
import { registered } from './register'

type Step = (dispute: Dispute, entry: OutboxEntry, on: string) => Dispute

/** What each unsent command makes of the local view. A kind that is not here changes nothing until the server answers. */
const steps: Partial<Record<OutboxEntry['kind'], Step>> = {
  AcceptDispute: accepted,
  RejectDispute: (dispute, _, on) => moved(dispute, 'Reject', 'Unresolved', on),
  AppointMediators: appointed,
  GiveNotice: noticed,
  HoldSession: session,
  ReachAgreement: agreed,
  FailMediation: (dispute, entry, on) => ended(dispute, entry, on, 'Fail', 'Failed'),
  TerminateMediation: (dispute, entry, on) => ended(dispute, entry, on, 'Terminate', 'Terminated'),
  WithdrawApplication: (dispute, entry, on) => ended(dispute, entry, on, 'Withdraw', 'Withdrawn'),
  SuspendMediation: suspended,
  ResumeMediation: resumed,
  RecordPerformance: performed,
  RecordFollowUp: followedUp,
  CloseDispute: (dispute, _, on) => ({ ...moved(dispute, 'Close', 'Closed', on), closedOn: on }),
  ReopenDispute: (dispute, _, on) => ({ ...moved(dispute, 'Reopen', 'Registered', on), closedOn: null }),
  SettleOnTheSpot: (dispute, entry, on) => settled(dispute, entry, entry.body as Partial<Schemas['SettlementBody']>, on),
  EscalateDispute: (dispute, entry, on) => handedOver(dispute, entry, on, 'Escalation'),
  ReturnDispute: (dispute, entry, on) => handedOver(dispute, entry, on, 'Return'),
  AcceptHandover: (dispute, entry, on) => decided(dispute, entry, on, true),
  RefuseHandover: (dispute, entry, on) => decided(dispute, entry, on, false),
  ReferOut: (dispute, entry, on) => ({
    ...moved(dispute, 'ReferOut', 'ReferredOut', on),
    referral: { on, organ: (entry.body.organ as string | undefined) ?? '', receipt: (entry.body.receipt as string | undefined) ?? null },
  }),
  CorrectDispute: corrected,
  ChangeParties: partiesChanged,
  VoidDispute: (dispute, entry, on) => ({ ...moved(dispute, 'Void', 'Voided', on), voidReason: (entry.body.reason as string | undefined) ?? null }),
}

/** The server's word with one unsent command applied; null stays null until a registration makes the record. */
export function apply(dispute: Dispute | null, entry: OutboxEntry): Dispute | null {
  if (entry.kind === 'RegisterDispute') {
    const made = dispute ?? registered(entry)
    const settlement = (entry.body as Partial<Schemas['RegisterDispute']>).settlement
    if (dispute !== null || settlement == null) return made
    const on = made.lastStepOn
    return settled({ ...made, performedBy: made.performedBy ?? device.current.value?.mediatorId ?? null }, entry, settlement, on)
  }
  if (dispute === null) return null
  const step = steps[entry.kind]
  const on = (entry.body.on as string | undefined) ?? dayOf(entry.deviceTime)
  const next = step === undefined ? dispute : step(dispute, entry, on)
  return entry.preview === null ? next : { ...next, ...entry.preview }
}

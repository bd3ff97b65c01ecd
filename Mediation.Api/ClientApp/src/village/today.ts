import { computed } from 'vue'
import type { Dispute } from '@/api/types'
import { addDay, today } from '@/common/dates'
import { store, type LocalDispute, type OutboxEntry } from '@/offline'
import { agreedCase, isLate, isMine, isOpen, me } from './kit'

export type TaskKind = 'handover' | 'late' | 'soon' | 'signatures' | 'payment' | 'followUp' | 'breach' | 'returned' | 'card'
export interface Task { key: string; kind: TaskKind; dispute: Dispute; due: string | null; to: string; urgent: boolean }

const soonDays = 3

/** What one matter asks of this desk today, the most pressing first. */
export function tasksOf({ view, pending }: LocalDispute, organisationId: string, on: string): Task[] {
  const tasks: Task[] = []
  const add = (kind: TaskKind, due: string | null, step: string | null, urgent = false): void => {
    tasks.push({ key: `${view.id}/${kind}`, kind, dispute: view, due, to: `/disputes/${view.id}${step === null ? '' : `/steps/${step}`}`, urgent })
  }
  const waits = view.handovers.find(one => one.state === 'Pending' && one.to.id === organisationId)
  if (waits) add('handover', null, 'accept-handover', true)
  for (const card of view.oversight?.cards ?? [])
    if (!card.cancellation && !card.reply && card.to.id === organisationId)
      tasks.push({ key: `${view.id}/card/${card.id}`, kind: 'card', dispute: view, due: card.dueOn, to: `/disputes/${view.id}/cards`, urgent: true })
  if (!isMine(view)) return tasks
  const returned = view.handovers.at(-1)?.state === 'Refused' && view.status === 'Registered' && pending.length === 0
  if (returned) add('returned', null, null, true)
  if (isLate(view)) add('late', view.dueOn, null, true)
  else if (returned) return tasks
  else if (isOpen(view) && !waits && ['Registered', 'InMediation'].includes(view.status) && view.dueOn <= addDay(on, soonDays)) add('soon', view.dueOn, null)
  const agreement = agreedCase(view)?.agreement
  if (agreement && ['Agreed', 'Performing', 'Performed', 'Closed'].includes(view.status)) {
    if (isOpen(view) && !agreement.effectiveOn) add('signatures', null, 'complete')
    const owed = (agreement.obligations ?? []).filter(one => !one.performed && one.nextDueOn && one.nextDueOn <= addDay(on, soonDays)).map(one => one.nextDueOn!).sort()[0]
    if (owed && isOpen(view)) add('payment', owed, 'performance', owed < on)
    const visited = view.followUps.some(one => one.on >= agreement.reachedOn)
    if (agreement.followUpDueOn && !visited && agreement.followUpDueOn <= addDay(on, 7)) add('followUp', agreement.followUpDueOn, 'follow-up', agreement.followUpDueOn < on)
  }
  return tasks
}

/** Everything on this tablet that needs its person, by urgency and day. */
export const tasks = computed<Task[]>(() => {
  const own = me.value?.organisationId ?? ''
  const on = today()
  const all = [...store.disputes.value.values()].flatMap(one => tasksOf(one, own, on))
  return all.sort((a, b) => Number(b.urgent) - Number(a.urgent) || (a.due ?? '').localeCompare(b.due ?? ''))
})

/** What the server would not take, waiting for a person. */
export const troubled = computed(() => store.outbox.value.filter(entry => entry.state === 'attention'))

/** Emergencies that nobody above knows of yet: the home keeps asking to phone. */
export const unheard = computed(() => store.outbox.value.filter(isUrgent))

export const isUrgent = (entry: OutboxEntry): boolean => entry.kind === 'EscalateDispute' && ['RedLevel', 'DeathOrSeriousInjury'].includes(String(entry.body.reason))

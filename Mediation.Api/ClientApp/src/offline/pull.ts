import { addDay, today } from '@/common/dates'
import { dropServer, refresh, serverViews, setServer } from './local'
import { inTurn, update } from './outbox'
import { registered } from './push'
import { getMeta, putDisputes, putMeta } from './shelf'
import { store, type Opened } from './state'
import { tell } from './tabs'
import { asAuthor, getChanges, isProblem, type ChangeItem } from './transport'
import type { Dispute, Trouble } from './types'

/** How long a matter that is over stays on the tablet. */
export const windowDays = 90

const hasUnsent = (id: string): boolean => store.outbox.value.some(one => one.disputeId === id)

/** Brings what changed since the last time. A cursor that the server does not know (it was set up anew) begins afresh; the outbox stays. */
export async function pull(opened: Opened): Promise<void> {
  let cursor = await getMeta<string>('cursor', opened)
  let fresh = cursor === null ? new Set<string>() : null
  for (;;) {
    let page
    try {
      page = await asAuthor(opened, () => registered(() => getChanges(cursor)))
    } catch (failure) {
      if (cursor === null || !isProblem(failure, 410)) throw failure
      cursor = null
      fresh = new Set()
      continue
    }
    await take(page.items, fresh, opened)
    cursor = page.next
    // A first pull that is cut starts over: half a cursor would leave the matters that the server no longer shows.
    if (fresh === null) await putMeta('cursor', cursor, opened)
    if (!page.more) break
  }
  if (fresh !== null) {
    await forgetUnseen(fresh, opened)
    await putMeta('cursor', cursor, opened)
  }
}

async function take(items: ChangeItem[], fresh: Set<string> | null, opened: Opened): Promise<void> {
  const changed = items.flatMap(item => (item.dispute ? [item.dispute as Dispute] : []))
  await putDisputes(changed, opened)
  for (const dispute of changed) {
    setServer(dispute)
    fresh?.add(dispute.id)
  }
  for (const item of items) if (item.kind === 'Removal') await remove(item, opened)
  const ids = items.map(item => item.disputeId)
  refresh(ids)
  if (ids.length > 0) tell({ say: 'changed', accountId: opened.account.id, ids })
}

const lost = (reason: string): Trouble => ({
  answer: 'accessLost', code: `removal.${reason}`, title: '', statute: null, errors: {}, current: null, holder: null, conflicts: [],
})

/** What left this person's sight goes; with unsent work it stays, and is shown until the holder has that work. */
async function remove(item: ChangeItem, opened: Opened): Promise<void> {
  if (!hasUnsent(item.disputeId)) return drop([item.disputeId], opened)
  await putMeta('lost', [...(await getMeta<string[]>('lost', opened)) ?? [], item.disputeId], opened)
  await inTurn(() => update(store.outbox.value
    .filter(one => one.disputeId === item.disputeId && one.trouble === null)
    .map(one => ({ ...one, trouble: lost(item.reason ?? 'AccessLost') }))))
}

async function drop(ids: string[], { db }: Opened): Promise<void> {
  if (ids.length === 0) return
  await db.disputes.bulkDelete(ids)
  for (const id of ids) dropServer(id)
  refresh(ids)
}

/** After beginning afresh: what the server did not name is not there any more. */
async function forgetUnseen(seen: Set<string>, opened: Opened): Promise<void> {
  await drop([...serverViews().keys()].filter(id => !seen.has(id) && !hasUnsent(id)), opened)
}

/** Puts away what has been over for long, and what was lost and has no unsent work any more. */
export async function prune(opened: Opened, on = today()): Promise<void> {
  const before = addDay(on, -windowDays)
  const old = await opened.db.disputes.where('at').below(before).filter(row => row.open === 0).primaryKeys()
  const gone = (await getMeta<string[]>('lost', opened)) ?? []
  await drop([...old, ...gone].filter(id => !hasUnsent(id)), opened)
  if (gone.length > 0) await putMeta('lost', gone.filter(hasUnsent), opened)
  await opened.db.history.where('at').below(`${before}T`).delete()
}

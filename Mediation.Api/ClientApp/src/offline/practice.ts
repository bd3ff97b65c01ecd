import { lock } from './account'
import { dataKeyOf, randomBytes } from './crypto'
import { AccountDb } from './db'
import { forget, load } from './local'
import { putMeta } from './shelf'
import { device, openedOrNull, setOpened, store } from './state'
import type { DeviceAccount, Kit } from './types'

let real: DeviceAccount | null = null

export interface PracticeWords { mediator: string; colleague: string; committee: string }

/** Fictional people and desks on the real rules and lists. */
function fictional(kit: Kit, words: PracticeWords): Kit {
  const organisation = { ...kit.organisation, name: words.committee, shortName: words.committee, onCallPhone: null }
  const mediators = kit.mediators.slice(0, 2).map((one, i) => ({ ...one, name: i === 0 ? words.mediator : words.colleague, organisationName: organisation.name, certificateNumber: null }))
  return { ...kit, organisation, organisations: kit.organisations.map(one => (one.id === organisation.id ? organisation : one)), mediators }
}

/** A store of its own with a key that only this tab knows; nothing of it is ever sent, and it is gone at the end. The names come from the messages. */
export async function startPractice(words: PracticeWords): Promise<void> {
  const opened = openedOrNull()
  const kit = store.kit.value
  if (opened === null || kit === null || opened.practice) return
  real = opened.account
  const db = new AccountDb(opened.account.id, 'mediation-practice-')
  await db.delete()
  await db.open()
  const account = { ...opened.account, displayName: words.mediator, organisationName: words.committee }
  const sandbox = { db, key: await dataKeyOf(randomBytes(32)), account, practice: true }
  forget()
  opened.db.close()
  setOpened(sandbox)
  device.practising.value = true
  device.current.value = account
  await putMeta('kit', fictional(kit, words), sandbox)
  await load(sandbox)
}

/** Back to the lock: the real store opens with the PIN again. */
export async function endPractice(): Promise<void> {
  if (!device.practising.value) return
  await lock(true)
  device.current.value = real
  real = null
}


import { boot, lock } from './account'
import { dropServer, refresh, setServer } from './local'
import { inTurn } from './outbox'
import { allEntries, allFiles, getMeta, someDisputes } from './shelf'
import { device, openedOrNull, store } from './state'
import { startSync } from './sync'
import { listen, type Word } from './tabs'
import { wipe } from './wipe'

let started = false

/** Once for each tab: who is here, the loop, and what the other tabs say. */
export async function start(): Promise<void> {
  if (started) return
  started = true
  startSync()
  listen(word => void hear(word))
  await boot()
}

async function hear(word: Word): Promise<void> {
  if (word.say === 'locked') {
    if (!device.locked.value && openedOrNull() !== null) await lock(true)
  } else if (word.say === 'wiped') await wipe(true)
  else if (word.say === 'signedIn') {
    // A tablet is in one pair of hands at a time, and the cookie is one for all tabs.
    if (openedOrNull() !== null && openedOrNull()!.account.id !== word.accountId) await lock(true)
  } else if (openedOrNull()?.account.id === word.accountId && openedOrNull()?.practice === false) await reread(word.ids)
}

/** Another tab sent, brought or recorded something: the store on the disk is the truth. */
async function reread(ids: string[]): Promise<void> {
  const opened = openedOrNull()!
  await inTurn(async () => {
    const [disputes, entries, files, lastSync] = await Promise.all([someDisputes(ids, opened), allEntries(opened), allFiles(opened), getMeta<string>('lastSync', opened)])
    if (openedOrNull() !== opened) return
    const here = new Map(disputes.map(one => [one.id, one]))
    for (const id of ids) {
      const dispute = here.get(id)
      if (dispute === undefined) dropServer(id)
      else setServer(dispute)
    }
    store.outbox.value = entries
    store.files.value = files
    store.lastSync.value = lastSync
    refresh(ids)
  })
}

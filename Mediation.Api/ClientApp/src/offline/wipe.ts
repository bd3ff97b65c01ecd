import Dexie from 'dexie'
import { http, Offline, Problem, speakFor } from '@/api/http'
import { newId } from '@/common/ids'
import { forget } from './local'
import { parcelOf, refreshParcel, type ExportFile } from './parcel'
import { AccountDb } from './db'
import { device, openedOrNull, setOpened, store, type Opened } from './state'
import { tell } from './tabs'
import { deviceDb, setDeviceMeta } from './vault'

/** The town revoked this tablet: unsent work is left on the server as closed files, then every store goes. */
export async function revoked(opened: Opened): Promise<void> {
  await refreshParcel(opened).catch(() => undefined)
  for (const account of device.accounts.value)
    if (!await leave(account.id)) return
  await wipe()
}

/** False when there is no network: wiped is only what could be left, or was refused. */
async function leave(accountId: string): Promise<boolean> {
  const db = new AccountDb(accountId)
  try {
    const row = await db.meta.get('parcel')
    if (row !== undefined) await http.post<ExportFile>('/api/sync/exports', parcelOf(row.sealed))
    return true
  } catch (failure) {
    // A lost tablet is a danger to the parties: a refusal of the file does not keep their data on it. A server in trouble is asked again.
    return !(failure instanceof Offline || (failure instanceof Problem && failure.status >= 500))
  } finally {
    db.close()
  }
}

/** All people's stores and the device's own. */
export async function wipe(told = false): Promise<void> {
  const ids = device.accounts.value.map(one => one.id)
  openedOrNull()?.db.close()
  setOpened(null)
  forget()
  device.locked.value = true
  device.current.value = null
  device.accounts.value = []
  if (!told) tell({ say: 'wiped' })
  for (const id of ids) await Dexie.delete(`mediation-${id}`)
  const own = deviceDb()
  await own.transaction('rw', own.accounts, own.meta, async () => {
    await own.accounts.clear()
    await own.meta.clear()
  })
  // Found again it may be used again, as another tablet.
  device.id.value = newId()
  await setDeviceMeta('id', device.id.value)
  speakFor(device.id.value)
  store.lastTrouble.value = 'revoked'
}

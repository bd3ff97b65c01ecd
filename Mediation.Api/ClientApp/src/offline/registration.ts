import { getMeta, putMeta } from './shelf'
import { device, openedOrNull, type Opened } from './state'
import { asAuthor, registerDevice } from './transport'
import { setDeviceMeta } from './vault'

/** Asks the browser to keep what lies here; it may say no, and then the person is told. */
export async function askToPersist(): Promise<boolean> {
  const storage = typeof navigator === 'undefined' ? undefined : navigator.storage
  const granted = storage?.persist === undefined ? false : await storage.persisted() || await storage.persist()
  device.persisted.value = granted
  return granted
}

/** Each person who works here tells the server once whose tablet this is, and again when the answer of the browser changed. */
export async function ensureRegistered(opened: Opened): Promise<void> {
  const persisted = await askToPersist()
  if (device.name.value === '') device.name.value = opened.account.organisationName.slice(0, 50)
  const told = `${device.id.value}/${device.name.value}/${persisted}`
  if (await getMeta<string>('registered', opened) === told) return
  await asAuthor(opened, () => registerDevice(device.name.value))
  await putMeta('registered', told, opened)
}

export async function renameDevice(name: string): Promise<void> {
  const opened = openedOrNull()
  if (opened?.practice === true) return
  await registerDevice(name)
  await setDeviceMeta('name', name)
}

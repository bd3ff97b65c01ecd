import { orThrow, Problem, send } from '@/api/http'
import type { Schemas } from '@/api/types'
import { newId } from '@/common/ids'
import { serverView } from './local'
import { amend, find, perform } from './outbox'
import { allFiles, fileContent, putFile } from './shelf'
import { requireOpened, store, type Opened } from './state'
import type { AttachmentMeta, WaitingFile } from './types'

type Kept = WaitingFile & { meta: AttachmentMeta }

const tus = { 'Tus-Resumable': '1.0.0' }
const chunkBytes = 1_000_000

/** Keeps a photo, a scan or a recording with the dispute; it is sent when there is a network and the server knows the dispute. */
export async function attach(disputeId: string, file: Blob, meta: AttachmentMeta): Promise<void> {
  const opened = requireOpened()
  const kept: Kept = {
    id: newId(), disputeId, at: new Date().toISOString(), kind: meta.kind, name: meta.name, mediaType: file.type, length: file.size, trouble: null,
    meta: JSON.parse(JSON.stringify(meta)) as AttachmentMeta,
  }
  await putFile(kept, await file.arrayBuffer(), opened)
  store.files.value = [...store.files.value, kept]
  wakeFiles()
}

let wakeFiles: () => void = () => undefined

export const onAttached = (call: () => void): void => { wakeFiles = call }

/** What was attached here, as the person sees it before it was sent. */
export async function waitingFile(id: string): Promise<Blob | null> {
  const content = await fileContent(id)
  const file = store.files.value.find(one => one.id === id)
  return content === null ? null : new Blob([content], { type: file?.mediaType ?? '' })
}

/** Uploads what waits and puts its command into the outbox. True when there is a new command to send. */
export async function sendFiles(opened: Opened): Promise<boolean> {
  let any = false
  for (const file of await allFiles<Kept>(opened)) {
    if (await opened.db.history.get(file.id) !== undefined) {
      // Its command left the outbox: the server has the file, or the person took it back.
      await opened.db.files.delete(file.id)
      continue
    }
    if (store.outbox.value.some(one => one.commandId === file.id) || serverView(file.disputeId) === null) continue
    try {
      const uploadId = await upload((await fileContent(file.id, opened))!)
      const { name, kind, caseId, ...rest } = file.meta
      await perform('AttachFile', file.disputeId, { uploadId, kind, name, caseId: caseOf(file.disputeId, caseId), ...rest } satisfies Partial<Schemas['AttachFile']>, { commandId: file.id })
      if (file.trouble !== null) await rewrite({ ...file, trouble: null }, opened)
      any = true
    } catch (failure) {
      if (!(failure instanceof Problem) || failure.status === 401 || failure.code === 'device.revoked') throw failure
      await rewrite({ ...file, trouble: `${failure.code}: ${failure.message}` }, opened)
    }
  }
  store.files.value = await allFiles<Kept>(opened)
  return any
}

/** A case that began here without a network had a name of this device's making; the server has given it its own. */
function caseOf(disputeId: string, caseId: string | null | undefined): string | undefined {
  if (!caseId) return undefined
  const cases = serverView(disputeId)?.cases ?? []
  return cases.some(one => one.id === caseId) ? caseId : cases.at(-1)?.id
}

async function rewrite(file: Kept, opened: Opened): Promise<void> {
  await putFile(file, (await fileContent(file.id, opened))!, opened)
}

/** By the tus protocol, in pieces that survive a cut connection. */
async function upload(content: ArrayBuffer): Promise<string> {
  const hash = Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', content)), byte => byte.toString(16).padStart(2, '0')).join('')
  const created = await orThrow(await send('POST', '/api/uploads', undefined, { ...tus, 'Upload-Length': String(content.byteLength), 'Upload-Metadata': `sha256 ${btoa(hash)}` }))
  const { id } = (await created.json()) as { id: string }
  for (let offset = 0; offset < content.byteLength; offset += chunkBytes)
    await orThrow(await send('PATCH', `/api/uploads/${id}`, content.slice(offset, offset + chunkBytes),
      { ...tus, 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' }))
  return id
}

/** A refused file is tried anew from its bytes: the upload itself lives for a day only. One that never became a command just goes again. */
export async function sendFileAgain(id: string): Promise<void> {
  const opened = requireOpened()
  const file = (await allFiles<Kept>(opened)).find(one => one.id === id)
  if (file === undefined) return
  if (!store.outbox.value.some(one => one.commandId === id)) return wakeFiles()
  const uploadId = await upload((await fileContent(id, opened))!)
  await amend(id, { ...find(id).body, uploadId })
}

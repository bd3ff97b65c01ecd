import { orThrow, send } from '@/api/http'

const piece = 4 * 1_048_576

/** Puts a file on the server piece by piece (tus 1.0); the id is then attached with a command. */
export async function upload(file: Blob): Promise<string> {
  const made = await orThrow(await send('POST', '/api/uploads', undefined, { 'Tus-Resumable': '1.0.0', 'Upload-Length': String(file.size) }))
  const place = made.headers.get('Location') ?? ''
  const path = place.startsWith('/') ? place : new URL(place, location.origin).pathname
  for (let offset = 0; offset < file.size;) {
    const headers = { 'Tus-Resumable': '1.0.0', 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' }
    const answer = await orThrow(await send('PATCH', path, file.slice(offset, offset + piece), headers))
    offset = Number(answer.headers.get('Upload-Offset') ?? offset + piece)
  }
  return path.split('/').pop() ?? ''
}

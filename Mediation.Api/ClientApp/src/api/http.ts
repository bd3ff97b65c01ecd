/** An answer that refuses, as RFC 9457 tells it: branch on `code`, never on the sentence. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly errors: Record<string, string[]> = {},
    readonly body: Record<string, unknown> = {},
  ) {
    super(message)
  }
}

/** No answer at all: the network is away, or the server is. */
export class Offline extends Error {}

let device: string | null = null

/** From now on every request tells which tablet sends it. */
export function speakFor(deviceId: string | null): void {
  device = deviceId
}

type Query = Record<string, string | number | boolean | null | undefined>

export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value))
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}

/** Sends a request with the headers that the API asks for. Network trouble is `Offline`, a refusal is left to the caller. */
export async function send(method: string, path: string, body?: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
  const all: Record<string, string> = { ...headers }
  if (method !== 'GET' && method !== 'HEAD') all['X-CSRF'] = '1'
  if (device !== null) all['X-Device'] = device
  try {
    return await fetch(path, { method, headers: all, body, credentials: 'same-origin', cache: 'no-store' })
  } catch (cause) {
    throw new Offline('offline', { cause })
  }
}

async function json<T>(method: string, path: string, body?: unknown): Promise<T> {
  const answer = body === undefined
    ? await send(method, path)
    : await send(method, path, JSON.stringify(body), { 'Content-Type': 'application/json' })
  await orThrow(answer)
  return answer.status === 204 ? (undefined as T) : ((await answer.json()) as T)
}

/** Turns a refusal into a `Problem`. A gateway in between without an answer of its own counts as no network. */
export async function orThrow(answer: Response): Promise<Response> {
  if (answer.ok || answer.status === 304) return answer
  const isProblem = answer.headers.get('Content-Type')?.includes('json') === true
  if (!isProblem && answer.status >= 502) throw new Offline(`gateway ${answer.status}`)
  const told = isProblem ? ((await answer.json()) as Record<string, unknown>) : {}
  throw new Problem(
    answer.status,
    typeof told.code === 'string' ? told.code : `http.${answer.status}`,
    typeof told.title === 'string' ? told.title : answer.statusText,
    (told.errors as Record<string, string[]> | undefined) ?? {},
    told,
  )
}

export const http = {
  get: <T>(path: string, query?: Query) => json<T>('GET', address(path, query)),
  post: <T>(path: string, body?: unknown) => json<T>('POST', path, body ?? {}),
  put: <T>(path: string, body: unknown) => json<T>('PUT', path, body),
  delete: <T>(path: string) => json<T>('DELETE', path),
}

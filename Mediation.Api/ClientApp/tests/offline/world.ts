import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { vi } from 'vitest'
import type { Dispute, OutboxEntry } from '@/offline/types'

/** A server of a few lines: it keeps what it accepts, and a test may change its mind. */
export interface FakeServer {
  online: boolean
  /** Whose session the cookie holds. */
  session: Record<string, unknown> | null
  accounts: Record<string, { password: string; session: Record<string, unknown> }>
  calls: { method: string; path: string; body: never }[]
  disputes: Map<string, Dispute>
  accepted: Map<string, Wire>
  /** Answers instead of the usual one; undefined leaves it to the usual one. */
  answer: (entry: Wire) => Record<string, unknown> | undefined
  route: (method: string, path: string, body: never) => Response | undefined
  changes: { items: Record<string, unknown>[]; next: string; more: boolean }[]
}

export type Wire = Pick<OutboxEntry, 'commandId' | 'kind' | 'disputeId' | 'baseVersion' | 'after' | 'body' | 'deviceTime' | 'ruleSet'>

export const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' } })

export const problem = (status: number, code: string, more: object = {}): Response => json({ code, title: code, status, ...more }, status)

export const sessionOf = (name: string, roles: string[] = ['VillageMediator']): Record<string, unknown> => ({
  id: `00000000-0000-7000-8000-${name.padStart(12, '0').replace(/[^0-9a-f]/g, '0')}`, userName: name, displayName: name, roles,
  organisationId: 'org', organisationName: 'org', tier: 'Village', areaCode: '340803101001', mediatorId: 'm1',
})

const reference = { enums: {}, ruleSet: { version: 'r1', effectiveFrom: '2026-01-01' }, reportDefinition: { version: 'd1' }, calendar: { published: [2026] } }

export function newServer(): FakeServer {
  return {
    online: true, session: null, calls: [], disputes: new Map(), accepted: new Map(), changes: [],
    accounts: { '001': { password: 'secret', session: sessionOf('001') }, '002': { password: 'secret', session: sessionOf('002') } },
    answer: () => undefined, route: () => undefined,
  }
}

function answerOf(server: FakeServer, entry: Wire): Record<string, unknown> {
  const own = server.answer(entry)
  if (own !== undefined) return { commandId: entry.commandId, ...own }
  const known = server.accepted.get(entry.commandId)
  const dispute = server.disputes.get(entry.disputeId ?? '')
  if (known !== undefined) return { commandId: entry.commandId, answer: 'replayed', dispute }
  if (entry.after !== null && !server.accepted.has(entry.after)) return { commandId: entry.commandId, answer: 'held', code: 'sync.chain-waits' }
  if (entry.baseVersion !== null && dispute !== undefined && dispute.version !== entry.baseVersion)
    return { commandId: entry.commandId, answer: 'stale', current: dispute }
  server.accepted.set(entry.commandId, entry)
  const next = { ...(dispute ?? disputeOf(entry.disputeId ?? '')), version: (dispute?.version ?? 0) + 1 } as Dispute
  server.disputes.set(next.id, next)
  return { commandId: entry.commandId, answer: 'accepted', version: next.version, dispute: next }
}

export function disputeOf(id: string, more: Partial<Dispute> = {}): Dispute {
  return {
    id, version: 1, status: 'Registered', tier: 'Village', type: 'Neighbor', areaCode: '340803101001', riskLevel: 'Green', risks: [], subject: 'wall', occurredOn: '2026-11-01',
    receivedAt: '2026-11-01T01:00:00Z', source: 'PartyApplication', channel: 'WalkIn', peopleInvolved: 2, responsible: { id: 'org', name: 'org', tier: 'Village' },
    holder: { id: 'org', name: 'org', tier: 'Village' }, lastStepOn: '2026-11-01', dueOn: '2026-11-04', late: false, parties: [], cases: [], handovers: [], followUps: [],
    duplicates: [], erased: {}, warnings: [], ...more,
  } as unknown as Dispute
}

export function serve(server: FakeServer): void {
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    const method = init.method ?? 'GET'
    const path = url.split('?')[0]!
    const body = (typeof init.body === 'string' ? JSON.parse(init.body) : init.body) as never
    server.calls.push({ method, path: url, body })
    if (!server.online) throw new TypeError('network')
    return server.route(method, path, body) ?? usual(server, method, path, body, new URL(url, 'http://x').searchParams)
  })
}

function usual(server: FakeServer, method: string, path: string, body: Record<string, never>, query: URLSearchParams): Response {
  if (path === '/api/session' && method === 'POST') {
    const account = server.accounts[body.userName!]
    if (account?.password !== body.password) return problem(401, 'credentials')
    server.session = account!.session
    return json(server.session)
  }
  if (path === '/api/session' && method === 'DELETE') { server.session = null; return new Response(null, { status: 204 }) }
  if (server.session === null) return problem(401, 'session.missing')
  if (path === '/api/session') return json(server.session)
  if (path === '/api/reference') return json(reference)
  if (path.startsWith('/api/organisations/')) return json({ id: 'org', name: 'org' })
  if (/^\/api\/(organisations|mediators|areas)$/.test(path)) return json({ items: [], next: null })
  if (path.startsWith('/api/devices/')) return json({})
  if (path === '/api/sync/export-key') return problem(404, 'none')
  if (path === '/api/sync/changes') return json(server.changes.shift() ?? { items: [], next: query.get('after') ?? 'c0', more: false })
  if (path === '/api/sync/commands')
    return json({ serverTime: '', skewSeconds: 0, skewFlagged: false, answers: (body.entries as unknown as Wire[]).map(entry => answerOf(server, entry)) })
  return problem(404, 'not-found')
}

/** A tablet as it comes out of its box: empty stores and freshly loaded modules. */
export async function newTablet(server: FakeServer) {
  globalThis.indexedDB = new IDBFactory()
  globalThis.IDBKeyRange = IDBKeyRange
  Dexie.dependencies.indexedDB = globalThis.indexedDB
  return reload(server)
}

/** The page loaded anew on the same stores. */
export async function reload(server: FakeServer) {
  vi.resetModules()
  // A PIN is slow by design; here only the steps around it are tried.
  vi.doMock('@/offline/crypto', async original => {
    const real = await original<typeof import('@/offline/crypto')>()
    return { ...real, wrap: (raw: never, secret: string, key: CryptoKey, place: string) => real.wrap(raw, secret, key, place, 1000) }
  })
  const { default: FreshDexie } = await import('dexie')
  FreshDexie.dependencies.indexedDB = globalThis.indexedDB
  FreshDexie.dependencies.IDBKeyRange = globalThis.IDBKeyRange
  serve(server)
  const offline = await import('@/offline')
  const sync = await import('@/offline/sync')
  sync.stopSync()
  await offline.boot()
  return { ...offline, stopSync: sync.stopSync }
}

/** Waits until the loop rests. */
export async function rest(tablet: Awaited<ReturnType<typeof reload>>): Promise<void> {
  await tablet.synchronise()
  while (tablet.store.syncing.value) await new Promise(done => setTimeout(done, 5))
  tablet.stopSync()
}

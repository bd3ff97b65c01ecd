import { http } from '@/api/http'
import type { Reference, Schemas, Session } from '@/api/types'
import type { Kit } from './types'

interface Page<T> { items: T[]; next?: string | null }

async function all<T>(path: string, query: Record<string, string>): Promise<T[]> {
  const items: T[] = []
  let cursor: string | null = null
  do {
    const page: Page<T> = await http.get<Page<T>>(path, { ...query, limit: 200, cursor })
    items.push(...page.items)
    cursor = page.next ?? null
  } while (cursor !== null)
  return items
}

const districtOf = (areaCode: string): string => `${areaCode.slice(0, 6)}000000`

/** Rules and lists for work without a network: the own area's, and the desks above it. */
export async function fetchKit(account: Session): Promise<Kit> {
  const [reference, organisation, organisations, mediators, areas] = await Promise.all([
    http.get<Reference>('/api/reference'),
    http.get<Schemas['OrganisationView']>(`/api/organisations/${account.organisationId}`),
    all<Schemas['OrganisationView']>('/api/organisations', {}),
    all<Schemas['MediatorView']>('/api/mediators', {}),
    all<Schemas['Area']>('/api/areas', { under: districtOf(account.areaCode) }),
  ])
  return { reference, organisation, organisations, mediators, areas }
}

import { http } from '@/api/http'
import type { Schemas } from '@/api/types'
import { everyPage, type Page } from './useLoad'

export type Organisation = Schemas['OrganisationView']
export type Mediator = Schemas['MediatorView']
export type AreaItem = Schemas['Area']

// A district has a few hundred of these, and they seldom change: one reading serves the pages of one visit.
const kept = new Map<string, Promise<unknown>>()

function once<T>(key: string, read: () => Promise<T>): Promise<T> {
  const known = kept.get(key) as Promise<T> | undefined
  if (known) return known
  const asked = read().catch((failure: unknown) => {
    kept.delete(key)
    throw failure
  })
  kept.set(key, asked)
  return asked
}

/** What was saved or imported is read anew. */
export function forget(): void {
  kept.clear()
}

export const districtOf = (area: string): string => `${area.slice(0, 6)}000000`
export const townOf = (area: string): string => `${area.slice(0, 9)}000`

export const organisationsUnder = (under: string): Promise<Organisation[]> => once(`organisations ${under}`, () =>
  everyPage(cursor => http.get<Page<Organisation>>('/api/organisations', { under, cursor, limit: 100 })))

export const mediatorsUnder = (under: string): Promise<Mediator[]> => once(`mediators ${under}`, () =>
  everyPage(cursor => http.get<Page<Mediator>>('/api/mediators', { under, cursor, limit: 100 })))

export const areasUnder = (under: string, level: 'Town' | 'Village'): Promise<AreaItem[]> => once(`areas ${under} ${level}`, () =>
  everyPage(cursor => http.get<Page<AreaItem>>('/api/areas', { under, level, cursor, limit: 100 })))

export const areaName = (code: string): Promise<string> => once(`area ${code}`, async () => (await http.get<Schemas['AreaView']>(`/api/areas/${code}`)).name)

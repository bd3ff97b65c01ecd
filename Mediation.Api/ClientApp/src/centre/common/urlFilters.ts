import { reactive, watch } from 'vue'
import { useRoute, useRouter, type LocationQuery } from 'vue-router'

/** Filters of a page by name, with what holds when the address does not name them. */
export type Filters = Record<string, string>

/** Reads the known filters out of an address; an unknown name is left alone, a repeated one counts once. */
export function readFilters<T extends Filters>(query: LocationQuery, defaults: T): T {
  const read: Filters = {}
  for (const [name, standard] of Object.entries(defaults)) {
    const told = query[name]
    const first = Array.isArray(told) ? told[0] : told
    read[name] = first ?? standard
  }
  return read as T
}

/** Writes filters into an address: what is standard is left out, so that a link stays short; foreign names stay. */
export function writeFilters<T extends Filters>(query: LocationQuery, filters: T, defaults: T): Record<string, string> {
  const written: Record<string, string> = {}
  for (const [name, told] of Object.entries(query))
    if (!(name in defaults) && typeof told === 'string') written[name] = told
  for (const [name, value] of Object.entries(filters))
    if (value !== '' && value !== defaults[name]) written[name] = value
    else if (value === '' && defaults[name] !== '') written[name] = ''
  return written
}

/** Filters that live in the address: the back button, a reload and a shared link bring them back. */
export function useUrlFilters<T extends Filters>(defaults: T): T {
  const route = useRoute()
  const router = useRouter()
  const here = route.path
  const filters = reactive({ ...readFilters(route.query, defaults) }) as T
  watch(filters, () => {
    if (route.path === here) void router.replace({ query: writeFilters(route.query, filters, defaults), hash: route.hash })
  })
  watch(() => route.query, query => {
    if (route.path !== here) return
    const read = readFilters(query, defaults)
    for (const name of Object.keys(defaults)) if (filters[name] !== read[name]) (filters as Filters)[name] = read[name] as string
  })
  return filters
}

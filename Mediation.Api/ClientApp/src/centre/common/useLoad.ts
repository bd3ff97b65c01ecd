import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { told, type Told } from './refusals'

export interface Load<T> {
  data: ShallowRef<T | null>
  trouble: ShallowRef<Told | null>
  busy: Ref<boolean>
  /** Reads again; the last one asked for wins, whatever order the answers come in. */
  reload(): Promise<void>
}

export function useLoad<T>(read: () => Promise<T>): Load<T> {
  const data = shallowRef<T | null>(null)
  const trouble = shallowRef<Told | null>(null)
  const busy = ref(false)
  let turn = 0
  async function reload(): Promise<void> {
    const mine = ++turn
    busy.value = true
    try {
      const answer = await read()
      if (mine !== turn) return
      data.value = answer
      trouble.value = null
    } catch (failure) {
      if (mine === turn) trouble.value = told(failure)
    } finally {
      if (mine === turn) busy.value = false
    }
  }
  return { data, trouble, busy, reload }
}

export interface Page<T> {
  items: T[]
  next: string | null
}

/** A list that comes in pages: `reload` begins anew, `more` adds the next page. */
export function usePages<T, P extends Page<T> = Page<T>>(read: (cursor: string | null) => Promise<P>) {
  const items = shallowRef<T[]>([]) as ShallowRef<T[]>
  const next = ref<string | null>(null)
  const first = useLoad(() => read(null))
  const loadingMore = ref(false)
  async function reload(): Promise<void> {
    await first.reload()
    if (first.data.value === null) return
    items.value = first.data.value.items
    next.value = first.data.value.next
  }
  async function more(): Promise<void> {
    if (next.value === null || loadingMore.value) return
    loadingMore.value = true
    try {
      const page = await read(next.value)
      items.value = [...items.value, ...page.items]
      next.value = page.next
    } catch (failure) {
      first.trouble.value = told(failure)
    } finally {
      loadingMore.value = false
    }
  }
  return { items, next, page: first.data, trouble: first.trouble, busy: first.busy, loadingMore, reload, more }
}

/** All pages of a list that is known to be short (organisations, areas of a district). */
export async function everyPage<T>(read: (cursor: string | null) => Promise<Page<T>>, most = 20): Promise<T[]> {
  const all: T[] = []
  let cursor: string | null = null
  for (let turn = 0; turn < most; turn++) {
    const page: Page<T> = await read(cursor)
    all.push(...page.items)
    cursor = page.next
    if (cursor === null) break
  }
  return all
}

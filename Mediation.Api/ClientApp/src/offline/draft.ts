import { reactive, ref, watch, type Ref } from 'vue'
import { open, seal } from './crypto'
import { openedOrNull, requireOpened } from './state'

export interface Draft<T extends object> {
  /** Reactive; every change is kept on the device. */
  value: T
  saved: Ref<string | null>
  discard(): Promise<void>
}

/** Writes that are under way; the lock waits for them. */
const writing = new Set<Promise<unknown>>()

export const draftsWritten = async (): Promise<void> => { await Promise.allSettled([...writing]) }

/** What a person is typing, kept on every keystroke and found again after a lock, a reload or an empty battery. */
export async function draft<T extends object>(key: string, initial: () => T): Promise<Draft<T>> {
  const opened = requireOpened()
  const { db, key: dataKey } = opened
  const row = await db.drafts.get(key)
  const known = row === undefined ? null : await open<T>(dataKey, `drafts/${key}`, row.sealed)
  const value = reactive({ ...initial(), ...known }) as T
  const saved = ref<string | null>(row?.at ?? null)
  let newest = 0

  // In the same turn as the keystroke: a later flush could come after the lock.
  const stop = watch(value, () => {
    const mine = ++newest
    const snapshot = JSON.stringify(value)
    const write = (async () => {
      const at = new Date().toISOString()
      const sealed = await seal(dataKey, `drafts/${key}`, JSON.parse(snapshot))
      // A faster later write must not be overwritten by this one.
      if (mine !== newest) return
      await db.drafts.put({ key, at, sealed })
      saved.value = at
    })()
    writing.add(write)
    void write.finally(() => writing.delete(write))
  }, { deep: true, flush: 'sync' })

  return {
    value,
    saved,
    async discard() {
      stop()
      newest++
      await draftsWritten()
      if (openedOrNull()?.db === db) await db.drafts.delete(key)
      saved.value = null
    },
  }
}

export async function drafts(prefix = ''): Promise<{ key: string; value: unknown; at: string }[]> {
  const { db, key: dataKey } = requireOpened()
  const rows = await db.drafts.where('key').startsWith(prefix).toArray()
  rows.sort((a, b) => b.at.localeCompare(a.at))
  return Promise.all(rows.map(async row => ({ key: row.key, at: row.at, value: await open(dataKey, `drafts/${row.key}`, row.sealed) })))
}

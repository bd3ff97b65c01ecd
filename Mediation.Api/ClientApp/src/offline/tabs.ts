/** Tells the other tabs of this browser what changed; each reads it from the store itself. */
export type Word =
  | { say: 'changed'; accountId: string; ids: string[] }
  | { say: 'locked' }
  | { say: 'wiped' }
  | { say: 'signedIn'; accountId: string }

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('mediation')

export function tell(word: Word): void {
  channel?.postMessage(word)
}

export function listen(hear: (word: Word) => void): void {
  channel?.addEventListener('message', event => hear(event.data as Word))
}

/** In Node an open channel keeps the process alive; tests close it. */
export const hush = (): void => channel?.close()

/** Runs while no other tab does the same. Where the browser has no locks there is one tab at a time. */
export async function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks = typeof navigator === 'undefined' ? undefined : (navigator as { locks?: LockManager }).locks
  return locks === undefined ? work() : (locks.request(name, work) as Promise<T>)
}

import { onBeforeUnmount, ref, type Ref } from 'vue'

/** Which dispute a message is about; one that says nothing readable concerns everybody. */
export function subjectOf(event: { data?: unknown }): string {
  try {
    return (JSON.parse(String(event.data)) as { disputeId?: string }).disputeId ?? ''
  } catch {
    return ''
  }
}

export type LiveState = 'live' | 'polling'

/**
 * Calls `refresh` when something the account may see has changed. Server-sent events tell it at once; while they do not come (an old proxy, a
 * network that is away) the page asks every half minute, and says which of both it does.
 */
export function useLive(refresh: () => unknown, concerns: (disputeId: string) => boolean = () => true, pollEvery = 30_000, settle = 800): { state: Ref<LiveState>; lastHeard: Ref<number> } {
  const state = ref<LiveState>('polling')
  const lastHeard = ref(Date.now())
  let source: EventSource | null = null
  let soon: ReturnType<typeof setTimeout> | undefined
  let again: ReturnType<typeof setTimeout> | undefined

  const heard = (): void => { lastHeard.value = Date.now() }
  // A bulk step changes many matters at once: one reading serves them all.
  const refreshSoon = (): void => {
    heard()
    clearTimeout(soon)
    soon = setTimeout(() => void refresh(), settle)
  }

  function listen(): void {
    source?.close()
    source = new EventSource('/api/events')
    source.addEventListener('open', () => {
      if (state.value === 'polling') refreshSoon()
      state.value = 'live'
      heard()
    })
    source.addEventListener('change', event => {
      heard()
      if (concerns(subjectOf(event))) refreshSoon()
    })
    source.addEventListener('ping', heard)
    source.addEventListener('error', () => {
      state.value = 'polling'
      // The browser tries again by itself unless the answer was final.
      if (source?.readyState !== EventSource.CLOSED) return
      clearTimeout(again)
      again = setTimeout(listen, 2 * pollEvery)
    })
  }

  const poll = setInterval(() => {
    if (state.value === 'live' && Date.now() - lastHeard.value > 3 * pollEvery) state.value = 'polling'
    if (state.value === 'polling' && document.visibilityState === 'visible') void refresh()
  }, pollEvery)
  listen()
  onBeforeUnmount(() => {
    clearInterval(poll)
    clearTimeout(soon)
    clearTimeout(again)
    source?.close()
  })
  return { state, lastHeard }
}

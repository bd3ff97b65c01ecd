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

export interface LiveOptions {
  concerns?: (disputeId: string) => boolean
  /** A file is not polled: each reading of it is logged. */
  polls?: boolean
  pollEvery?: number
  settle?: number
}

export interface Live {
  state: Ref<LiveState>
  stop(): void
}

/**
 * Calls `refresh` when something the account may see has changed. Server-sent events tell it at once; while they do not come (an old proxy, a
 * network that is away) it asks every half minute, and says which of both it does.
 */
export function listenLive(refresh: () => unknown, { concerns = () => true, polls = true, pollEvery = 30_000, settle = 800 }: LiveOptions = {}): Live {
  const state = ref<LiveState>('polling')
  let heardAt = Date.now()
  let source: EventSource | null = null
  let deaf = false
  let soon: ReturnType<typeof setTimeout> | undefined
  let again: ReturnType<typeof setTimeout> | undefined

  // A bulk step changes many matters at once: one reading serves them all.
  const refreshSoon = (): void => {
    clearTimeout(soon)
    soon = setTimeout(() => void refresh(), settle)
  }
  const heard = (): void => {
    heardAt = Date.now()
    state.value = 'live'
  }

  function listen(): void {
    source?.close()
    source = new EventSource('/api/events')
    source.addEventListener('open', () => {
      // What happened while nobody listened is read once.
      if (deaf) refreshSoon()
      deaf = false
      heard()
    })
    source.addEventListener('change', event => {
      heard()
      if (concerns(subjectOf(event as MessageEvent))) refreshSoon()
    })
    source.addEventListener('ping', heard)
    source.addEventListener('error', () => {
      deaf = true
      state.value = 'polling'
      // The browser tries again by itself unless the answer was final.
      if (source?.readyState !== EventSource.CLOSED) return
      clearTimeout(again)
      again = setTimeout(listen, 2 * pollEvery)
    })
  }

  const poll = setInterval(() => {
    // Pings come every twenty seconds: a line that says nothing for long is none.
    if (state.value === 'live' && Date.now() - heardAt > 3 * pollEvery) {
      deaf = true
      state.value = 'polling'
    }
    if (polls && state.value === 'polling' && document.visibilityState === 'visible') void refresh()
  }, pollEvery)
  listen()
  return {
    state,
    stop() {
      clearInterval(poll)
      clearTimeout(soon)
      clearTimeout(again)
      source?.close()
    },
  }
}

/** `listenLive` for as long as the page is open. */
export function useLive(refresh: () => unknown, options: LiveOptions = {}): { state: Ref<LiveState> } {
  const live = listenLive(refresh, options)
  onBeforeUnmount(live.stop)
  return live
}

import { onMounted, onUnmounted } from 'vue'
import { device, lock } from '@/offline'

const idleMinutes = 10

/** Locks a tablet that nobody touches. The clock counts, not the timer: a sleeping tablet fires none. */
export function useIdleLock(minutes = idleMinutes): void {
  let touched = Date.now()
  const touch = (): void => {
    if (isOver()) void leave()
    else touched = Date.now()
  }
  const isOver = (): boolean => Date.now() - touched > minutes * 60_000
  const look = (): void => { if (isOver()) void leave() }

  async function leave(): Promise<void> {
    if (device.locked.value || device.current.value?.hasPin !== true) return
    await lock()
    touched = Date.now()
  }

  const signs = ['pointerdown', 'keydown', 'input'] as const
  let timer: ReturnType<typeof setInterval> | undefined
  onMounted(() => {
    for (const sign of signs) addEventListener(sign, touch, { passive: true, capture: true })
    document.addEventListener('visibilitychange', look)
    timer = setInterval(look, 15_000)
  })
  onUnmounted(() => {
    for (const sign of signs) removeEventListener(sign, touch, { capture: true })
    document.removeEventListener('visibilitychange', look)
    clearInterval(timer)
  })
}

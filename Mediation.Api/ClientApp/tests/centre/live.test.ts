import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { listenLive, subjectOf } from '@/centre/triage/live'

/** Stands in for the browser's: the test says what the line brings. */
class Line {
  static readonly CLOSED = 2
  static last: Line
  readyState = 1
  closed = false
  private readonly ears = new Map<string, ((event: object) => void)[]>()
  constructor(readonly address: string) { Line.last = this }
  addEventListener(name: string, ear: (event: object) => void): void { this.ears.set(name, [...(this.ears.get(name) ?? []), ear]) }
  bring(name: string, data = ''): void { this.ears.get(name)?.forEach(ear => ear({ data })) }
  close(): void { this.closed = true }
}

describe('live updates', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('EventSource', Line)
    vi.stubGlobal('document', { visibilityState: 'visible' })
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('read once for many changes, and only for what concerns the page', () => {
    const refresh = vi.fn()
    const live = listenLive(refresh, { concerns: id => id === 'mine' })
    Line.last.bring('open')
    expect(live.state.value).toBe('live')
    Line.last.bring('change', '{"disputeId":"other"}')
    Line.last.bring('change', '{"disputeId":"mine"}')
    Line.last.bring('change', '{"disputeId":"mine"}')
    vi.advanceTimersByTime(1000)
    expect(refresh).toHaveBeenCalledTimes(1)
    live.stop()
    expect(Line.last.closed).toBe(true)
  })

  it('fall back to asking while the line is broken, and read what was missed when it is back', () => {
    const refresh = vi.fn()
    const live = listenLive(refresh)
    Line.last.bring('open')
    Line.last.bring('error')
    expect(live.state.value).toBe('polling')
    vi.advanceTimersByTime(60_000)
    expect(refresh).toHaveBeenCalledTimes(2)
    Line.last.bring('open')
    vi.advanceTimersByTime(1000)
    expect(refresh).toHaveBeenCalledTimes(3)
    expect(live.state.value).toBe('live')
    live.stop()
  })

  it('open a new line when the server refused the old one for good', () => {
    const live = listenLive(vi.fn())
    const first = Line.last
    first.readyState = Line.CLOSED
    first.bring('error')
    vi.advanceTimersByTime(60_000)
    expect(Line.last).not.toBe(first)
    live.stop()
  })

  it('take a line that says nothing for long for a broken one', () => {
    const live = listenLive(vi.fn())
    Line.last.bring('open')
    vi.advanceTimersByTime(60_000)
    Line.last.bring('ping')
    vi.advanceTimersByTime(60_000)
    expect(live.state.value).toBe('live')
    vi.advanceTimersByTime(90_000)
    expect(live.state.value).toBe('polling')
    live.stop()
  })

  it('know whom a message is about', () => {
    expect(subjectOf({ data: '{"disputeId":"a","at":"x"}' })).toBe('a')
    expect(subjectOf({ data: 'x' })).toBe('')
  })
})

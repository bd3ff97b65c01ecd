export type QueueAct = 'down' | 'up' | 'first' | 'last' | 'open' | 'accept' | 'select' | 'search' | 'help' | 'handOut' | 'clear'

const keys: Record<string, QueueAct> = {
  j: 'down', ArrowDown: 'down', k: 'up', ArrowUp: 'up', Home: 'first', End: 'last', Enter: 'open', a: 'accept', x: 'select', '/': 'search', '?': 'help', h: 'handOut', Escape: 'clear',
}

/** What the keyboard help lists, in this order. */
export const helpOrder: [string, QueueAct][] = [
  ['J ↓', 'down'], ['K ↑', 'up'], ['Enter', 'open'], ['A', 'accept'], ['X', 'select'], ['H', 'handOut'], ['/', 'search'], ['Esc', 'clear'], ['?', 'help'],
]

export interface Pressed {
  key: string
  ctrlKey?: boolean
  metaKey?: boolean
  altKey?: boolean
  isComposing?: boolean
}

/** What a key means in the queue. Whoever writes in a field writes; whoever is on a button or a link presses that with Enter. */
export function actOf(pressed: Pressed, target: { tagName?: string; type?: string; isContentEditable?: boolean } | null): QueueAct | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey || pressed.isComposing) return null
  const tag = target?.tagName ?? ''
  const writing = tag === 'TEXTAREA' || tag === 'SELECT' || target?.isContentEditable === true || (tag === 'INPUT' && target?.type !== 'checkbox')
  if (writing) return pressed.key === 'Escape' ? 'clear' : null
  const act = keys[pressed.key] ?? keys[pressed.key.toLowerCase()] ?? null
  return act === 'open' && (tag === 'BUTTON' || tag === 'A') ? null : act
}

/** Where the cursor of the queue goes; it stays inside the list. */
export function moved(at: number, act: QueueAct, length: number): number {
  if (length === 0) return -1
  const wanted = act === 'down' ? at + 1 : act === 'up' ? (at < 0 ? 0 : at - 1) : act === 'first' ? 0 : act === 'last' ? length - 1 : at
  return Math.min(Math.max(wanted, 0), length - 1)
}

import { store } from './state'
import type { Dispute } from './types'

type Status = Dispute['status']

/** Where a step leads, by the table of the server's reference; the step's usual end when the table is not here yet. */
export function after(from: Status, action: string, usual: Status): Status {
  const moves = store.kit.value?.reference.lifecycle
  return moves?.find(move => move.status === from && move.action === action)?.to ?? usual
}

/** Whether a dispute in this state can take the step; everything, as long as the table is not here. */
export function allows(from: Status, action: string): boolean {
  const moves = store.kit.value?.reference.lifecycle
  return moves === undefined || moves.some(move => move.status === from && move.action === action)
}

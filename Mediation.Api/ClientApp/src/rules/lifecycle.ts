import type { DisputeStatus } from '@/api/types'

export interface LifecycleMove { status: DisputeStatus; action: string; to: DisputeStatus }

/** Whether a dispute that stands like this may take this step; the moves come with the reference. */
export const allows = (moves: readonly LifecycleMove[], status: DisputeStatus, action: string): boolean =>
  moves.some(move => move.status === status && move.action === action)

export const after = (moves: readonly LifecycleMove[], status: DisputeStatus, action: string): DisputeStatus | null =>
  moves.find(move => move.status === status && move.action === action)?.to ?? null

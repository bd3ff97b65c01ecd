/** A tablet as its town sees it. */
export interface Device {
  id: string
  name: string
  organisationId: string
  organisationName: string
  accounts: { id: string; displayName: string }[]
  appVersion: string | null
  storage: 'Persistent' | 'BestEffort'
  lastContactAt: string | null
  lastSyncAt: string | null
  silentDays: number
  silent: boolean
  skewSeconds: number | null
  skewFlagged: boolean
  pending: number
  attention: number
  revokedAt: string | null
  revokedReason: string | null
}

export type Sign = 'revoked' | 'silent' | 'skew' | 'attention' | 'storage'

/** What the town should look at, worst first; a revoked tablet has nothing else to tell. */
export function signsOf(device: Device): Sign[] {
  if (device.revokedAt) return ['revoked']
  const signs: [Sign, boolean][] = [['silent', device.silent], ['attention', device.attention > 0], ['skew', device.skewFlagged], ['storage', device.storage === 'BestEffort' && device.pending > 0]]
  return signs.filter(([, on]) => on).map(([sign]) => sign)
}

/** Those that need somebody come first, then the longest silent. */
export const inOrder = (devices: readonly Device[]): Device[] =>
  [...devices].sort((a, b) => Number(Boolean(a.revokedAt)) - Number(Boolean(b.revokedAt)) || signsOf(b).length - signsOf(a).length || b.silentDays - a.silentDays)

/** Minutes of a clock that is wrong; + is fast, − is slow. */
export const skewMinutes = (seconds: number): string => `${seconds > 0 ? '+' : '−'}${Math.round(Math.abs(seconds) / 60)}`

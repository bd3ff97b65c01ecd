import type { Schemas } from '@/api/types'

export type LedgerItem = Schemas['LedgerItem']
export type Lane = '' | 'Waiting' | 'Late' | 'Red' | 'Unassigned' | 'Returned'

export const lanes: readonly Lane[] = ['', 'Waiting', 'Late', 'Red', 'Unassigned', 'Returned']

/** How many matters lie in a lane; one matter may lie in several. */
export function countOf(lane: Lane, counts: Schemas['TriageCounts'] | null): number {
  if (counts === null) return 0
  const of: Record<Lane, number> = {
    '': Number(counts.total ?? 0), Waiting: Number(counts.waiting ?? 0), Late: Number(counts.late ?? 0),
    Red: Number(counts.red ?? 0), Unassigned: Number(counts.unassigned ?? 0), Returned: Number(counts.returned ?? 0),
  }
  return of[lane]
}

/** Narrows what is shown without asking the server again: a queue is read whole. */
export function narrow(items: readonly LedgerItem[], by: { type: string; risk: string; q: string }): LedgerItem[] {
  const wanted = by.q.trim().toLowerCase()
  return items.filter(item =>
    (by.type === '' || item.type === by.type)
    && (by.risk === '' || item.riskLevel === by.risk)
    && (wanted === '' || [item.subject, item.responsible.name, item.holder.name, ...item.parties.map(party => party.name)].some(text => text?.toLowerCase().includes(wanted))))
}

/** The selected matters of an address; nothing twice. */
export const readSelection = (text: string): string[] => [...new Set(text.split(',').filter(id => id !== ''))]
export const writeSelection = (ids: readonly string[]): string => [...new Set(ids)].join(',')

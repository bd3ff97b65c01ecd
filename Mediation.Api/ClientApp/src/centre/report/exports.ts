import type { Schemas } from '@/api/types'

export type Job = Schemas['ExportJobView']
export type Kind = Schemas['ExportKind']
export type Format = Schemas['ExportFormat']
export type Parameters = Partial<Schemas['ExportParameters']>

/** In which forms each kind is written. */
export const formats: Record<Kind, readonly Format[]> = {
  Disputes: ['Xlsx', 'Csv'], LedgerBook: ['Xlsx', 'Csv'], MonthlyReports: ['Zip'], JusticeReturns: ['Zip'], JusticeReturn: ['Xlsx', 'Csv'],
}

export const underWay = (job: Job): boolean => job.state === 'Waiting' || job.state === 'Running'

/** A file is there until its days are over. */
export const hasFile = (job: Job): boolean => job.state === 'Complete' && !job.expired

export const kilobytes = (bytes: number | null | undefined): string => Math.max(1, Math.round((bytes ?? 0) / 1024)).toLocaleString('en')

/** Those that were under way before and are not any more, to be told of. */
export const ended = (before: readonly Job[], now: readonly Job[]): Job[] => {
  const waited = new Set(before.filter(underWay).map(job => job.id))
  return now.filter(job => waited.has(job.id) && !underWay(job))
}

/** What was filled in, without what is empty. */
export function filled(parameters: Record<string, string | boolean | null>): Parameters {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== '' && value !== null && value !== false)) as Parameters
}

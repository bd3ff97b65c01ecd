import { apply } from './projection'
import type { Conflict, Dispute, OutboxEntry } from './types'

/** What the server works out anew with every change, so that a difference there is nobody's doing. */
const derived: readonly string[] = ['version', 'warnings', 'late', 'lastStepOn', 'dueOn', 'possibleDuplicates', 'routing', 'areaName', 'relapses']

type Value = unknown
const isObject = (value: Value): value is Record<string, Value> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Lists whose items have ids are compared item by item. */
const keyed = (value: Value): Map<string, Value> | null =>
  Array.isArray(value) && value.every(one => isObject(one) && typeof one.id === 'string')
    ? new Map((value as { id: string }[]).map(one => [one.id, one]))
    : null

/** One side may hold the whole number and the other its mask: that is no change. */
function isMaskOf(whole: Value, mask: Value): boolean {
  if (typeof whole !== 'string' || typeof mask !== 'string' || !mask.includes('*')) return false
  const parts = mask.split(/\*+/)
  return whole.startsWith(parts[0]!) && whole.endsWith(parts.at(-1)!)
}

/** The paths that differ; null and missing are the same. */
export function differences(before: Value, now: Value, path = ''): string[] {
  if (JSON.stringify(before ?? null) === JSON.stringify(now ?? null) || isMaskOf(before, now) || isMaskOf(now, before)) return []
  const at = (name: string): string => (path === '' ? name : `${path}.${name}`)
  if (isObject(before) && isObject(now))
    return [...new Set([...Object.keys(before), ...Object.keys(now)])]
      .filter(name => path !== '' || !derived.includes(name))
      .flatMap(name => differences(before[name], now[name], at(name)))
  const [left, right] = [keyed(before), keyed(now)]
  if (left !== null && right !== null)
    return [...new Set([...left.keys(), ...right.keys()])].flatMap(id => differences(left.get(id), right.get(id), at(id)))
  return [path]
}

const ofCase = (...names: string[]): string[] => ['status', ...names.map(name => `cases.*.${name}`)]

/** What a command writes, or builds on: if the server changed that meanwhile, a person has to look. */
function touched(entry: OutboxEntry): string[] {
  const body = entry.body as Record<string, string | undefined>
  switch (entry.kind) {
    case 'AcceptDispute': return ['status', 'cases', 'holder', 'responsible', 'parties.*.notice']
    case 'SettleOnTheSpot': case 'RejectDispute': return ['status', 'cases', 'holder']
    case 'AppointMediators': return ['cases.*.host', 'cases.*.assistants', 'cases.*.state']
    case 'GiveNotice': return [`parties.${body.partyId}.notice`]
    case 'HoldSession': return ofCase('sessions', 'sessionCount', 'state')
    case 'ReachAgreement': return ofCase('agreement', 'state')
    case 'FailMediation': case 'TerminateMediation': case 'WithdrawApplication': return ofCase('state')
    case 'SuspendMediation': case 'ResumeMediation': return ofCase('suspensions', 'state')
    case 'RecordPerformance': return [`cases.*.agreement.obligations.${body.obligationId}`, 'status']
    case 'RecordFollowUp': return ['followUps']
    case 'CloseDispute': case 'ReopenDispute': return ['status', 'closedOn', 'holder']
    case 'EscalateDispute': case 'ReturnDispute': case 'ReferOut': return ['status', 'holder', 'handovers']
    case 'AcceptHandover': case 'RefuseHandover': return ['status', 'holder', 'handovers']
    case 'CorrectDispute': return [body.field ?? '*']
    case 'ChangeParties': return body.action === 'Add' ? [] : [`parties.${body.partyId}`]
    case 'AttachFile': case 'DrawStrokes': case 'ReportRisk': case 'NoteLegalFact': return []
    // A reversal takes back the last step: whatever it is now, it must be the one that the person saw.
    default: return ['*']
  }
}

function overlaps(pattern: string, path: string): boolean {
  if (pattern === '*') return true
  const [wanted, found] = [pattern.split('.'), path.split('.')]
  return wanted.slice(0, found.length).every((part, i) => part === '*' || part === found[i])
}

/** The raw value there, for a correction that names it. */
export function rawAt(value: Value, path: string): unknown {
  let here = value
  for (const part of path.split('.')) {
    if (Array.isArray(here)) here = (here as { id?: string }[]).find(one => one.id === part)
    else if (isObject(here)) here = here[part]
    else return null
  }
  return here ?? null
}

const asText = (value: unknown): string | null =>
  (value === null || value === undefined ? null : (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 2000))

/** What the command itself brings, for a correction; else what it makes of the field. */
const mineOf = (entry: OutboxEntry, projected: Dispute | null, field: string): string | null =>
  asText(entry.kind === 'CorrectDispute' ? entry.body.new : rawAt(projected, field))

/**
 * Fields that an entry and the server both changed since the person looked; none: it may go again by itself. `before` are the entries of
 * the same chain that come first, with which the person had already reckoned.
 */
export function conflictsOf(entry: OutboxEntry, base: Dispute | null, current: Dispute, before: readonly OutboxEntry[] = []): Conflict[] {
  if (base === null) return [{ field: 'status', mine: null, theirs: current.status }]
  const patterns = touched(entry)
  const both = differences(base, current).filter(path => patterns.some(pattern => overlaps(pattern, path)))
  if (both.length === 0) return []
  let projected: Dispute | null = base
  for (const one of [...before, entry]) projected = apply(projected, one)
  return both.map(field => ({ field: field.slice(0, 100), mine: mineOf(entry, projected, field), theirs: asText(rawAt(current, field)) }))
}

/** A correction whose old value is not there any more. */
export function correctionConflict(entry: OutboxEntry, current: Dispute | null): Conflict {
  const field = String(entry.body.field ?? '')
  return { field, mine: asText(entry.body.new), theirs: asText(rawAt(current, field)) }
}

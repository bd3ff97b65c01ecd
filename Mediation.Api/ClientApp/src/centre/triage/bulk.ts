import type { Schemas, Tier } from '@/api/types'
import type { LedgerItem } from './lanes'

export type Target =
  | { kind: 'mediator'; mediatorId: string }
  | { kind: 'organisation'; organisationId: string; tier: Tier; sector: boolean; reason: string }

export interface Command {
  method: 'POST' | 'PUT'
  path: string
  body: Record<string, unknown>
}

const ranks: Record<Tier, number> = { Village: 0, Town: 1, District: 2 }

/** Whether a matter would go up to that organisation (an escalation) or down to it (a return). */
export const goesUp = (from: Tier, to: Tier, sector: boolean): boolean => ranks[to] > ranks[from] || (sector && ranks[to] >= ranks[from])

/**
 * What hands one matter out: what waits for acceptance is accepted first, and the second command follows the first one.
 * Each matter has commands of its own, so that one refusal stops no other.
 */
export function commandsFor(item: LedgerItem, target: Target, desk: { actsFor: (organisationId: string) => boolean; tier: Tier }, newId: () => string): Command[] {
  const commands: Command[] = []
  let after: string | null = null
  if (item.pendingHandoverId && desk.actsFor(item.holder.id)) {
    after = newId()
    commands.push({ method: 'POST', path: `/api/handovers/${item.pendingHandoverId}/acceptance`, body: { commandId: after, baseVersion: item.version } })
  }
  const seen = after === null ? { baseVersion: item.version } : { after }
  const at = `/api/disputes/${item.id}`
  if (target.kind === 'mediator') {
    const running = item.status === 'InMediation' || item.status === 'Suspended'
    commands.push({
      method: running ? 'PUT' : 'POST',
      path: running ? `${at}/mediators` : `${at}/acceptance`,
      body: { commandId: newId(), ...seen, hostId: target.mediatorId },
    })
  } else {
    const up = goesUp(desk.tier, target.tier, target.sector)
    commands.push({
      method: 'POST',
      path: `${at}/${up ? 'escalation' : 'return'}`,
      body: { commandId: newId(), ...seen, reason: target.reason, toOrganisationId: target.organisationId },
    })
  }
  return commands
}

export interface Result {
  item: LedgerItem
  state: 'waiting' | 'running' | 'done' | 'failed'
  sentence: string
  /** Where the matter lies after a first command that was done and a second one that was refused. */
  nowAt: string
}

/** Sends the commands of every matter, one matter after the other; a refused one is noted and the rest goes on. */
export async function handOut(
  results: Result[],
  commandsOf: (item: LedgerItem) => Command[],
  send: (command: Command) => Promise<Schemas['DisputeView']>,
  sentenceOf: (failure: unknown) => string,
): Promise<void> {
  for (const result of results) {
    if (result.state === 'done') continue
    result.state = 'running'
    try {
      const commands = commandsOf(result.item)
      for (const command of commands) {
        const dispute = await send(command)
        if (command === commands.at(-1)) continue
        // Another target begins where this one ended.
        result.item = { ...result.item, version: dispute.version, status: dispute.status, pendingHandoverId: null, holder: dispute.holder, responsible: dispute.responsible }
        result.nowAt = dispute.holder.name
      }
      result.state = 'done'
      result.sentence = ''
    } catch (failure) {
      result.state = 'failed'
      result.sentence = sentenceOf(failure)
    }
  }
}

export const tally = (results: readonly Result[]): { done: number; failed: number } => ({
  done: results.filter(result => result.state === 'done').length,
  failed: results.filter(result => result.state === 'failed').length,
})

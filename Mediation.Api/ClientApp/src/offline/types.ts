import type { Dispute, OperationId, Reference, Schemas, Session } from '@/api/types'

export type { Dispute, OperationId }

/** A person who has signed in on this tablet at least once; each has a store of their own. */
export interface DeviceAccount extends Session {
  /** A PIN was set, so this person can work here without a network. */
  hasPin: boolean
}

export type EntryState = 'waiting' | 'sending' | 'held' | 'attention'

/** One command on its way to the server. It leaves the device only after the server confirmed it. */
export interface OutboxEntry {
  commandId: string
  /** The operationId of the ordinary endpoint. */
  kind: OperationId
  disputeId: string | null
  baseVersion: number | null
  /** The command before it in a chain made offline. */
  after: string | null
  /** ISO 8601, by the tablet's clock. */
  deviceTime: string
  /** The version of the rules that the tablet used. */
  ruleSet: string
  body: Record<string, unknown>
  state: EntryState
  /** Why it needs attention: a problem's code, title and fields, or the present state it is stale against. */
  trouble: Trouble | null
  attempts: number
  /** What the person saw when it was made: a stale answer is compared with it. */
  base: Dispute | null
  /** What the tablet worked out for the new record and the server will say anew, as the routing. */
  preview: Partial<Dispute> | null
}

export interface Trouble {
  answer: 'stale' | 'refused' | 'forwarded' | 'unsent' | 'accessLost'
  code: string
  title: string
  statute: string | null
  errors: Record<string, string[]>
  current: Dispute | null
  holder: Schemas['OrganisationRef'] | null
  /** Fields that both sides changed, for a person to choose. */
  conflicts: Conflict[]
}

/** One field that was changed here and on the server. */
export interface Conflict {
  field: string
  mine: string | null
  theirs: string | null
}

/** What a person sees of a record's way: on this device, being sent, with the server, refused, or on another desk. */
export type Standing = 'onDevice' | 'sending' | 'accepted' | 'attention' | 'forwarded'

/** A dispute as this tablet knows it. */
export interface LocalDispute {
  id: string
  /** The server's last word; null when it was made here and not sent yet. */
  server: Dispute | null
  /** The server's word with the unsent commands of this device applied. */
  view: Dispute
  standing: Standing
  pending: OutboxEntry[]
}

/** What the rules and lists on this tablet are made of; kept from the last time there was a network. */
export interface Kit {
  reference: Reference
  organisation: Schemas['OrganisationView']
  /** The organisations of the own area and of the areas above it. */
  organisations: Schemas['OrganisationView'][]
  mediators: Schemas['MediatorView'][]
  areas: Schemas['Area'][]
}

/** What happened to a command of this device in the end: kept here for the person, and never sent. */
export interface PastEntry {
  commandId: string
  at: string
  outcome: 'accepted' | 'withdrawn' | 'amended' | 'forwarded'
  reason: string | null
  entry: OutboxEntry
}

/** Where a file waits until there is a network. */
export interface WaitingFile {
  id: string
  disputeId: string
  at: string
  kind: Schemas['AttachmentKind']
  name: string
  mediaType: string
  length: number
  trouble: string | null
}

export interface AttachmentMeta {
  kind: Schemas['AttachmentKind']
  name: string
  caseId?: string
  paper?: Schemas['PaperKind']
  origin?: string
  pages?: number
  replaces?: string
  agreedBy?: string[]
}

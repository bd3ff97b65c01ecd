import Dexie, { type EntityTable } from 'dexie'
import type { Bytes, Wrap } from './crypto'

/** A person on this tablet. Who it is lies closed under the device's key; PIN and password only as wraps of the data key. */
export interface AccountRow {
  id: string
  sealed: Bytes
  pin: Wrap | null
  password: Wrap | null
  /** Wrong PINs since the last right one, and until when the next try has to wait. */
  wrong: number
  waitUntil: number
}

export interface DeviceRow { key: string; value: unknown }

/** What all people of this tablet share. */
export class DeviceDb extends Dexie {
  accounts!: EntityTable<AccountRow, 'id'>
  meta!: EntityTable<DeviceRow, 'key'>

  constructor(name = 'mediation-device') {
    super(name)
    this.version(1).stores({ accounts: 'id', meta: 'key' })
  }
}

export interface DisputeRow { id: string; open: 0 | 1; at: string; sealed: Bytes }
export interface OutboxRow { seq?: number; commandId: string; disputeId: string; state: string; sealed: Bytes }
export interface HistoryRow { commandId: string; at: string; sealed: Bytes }
export interface DraftRow { key: string; at: string; sealed: Bytes }
export interface FileRow { id: string; disputeId: string; at: string; meta: Bytes; sealed: Bytes }
export interface MetaRow { key: string; sealed: Bytes }

/** One person's store. Plain are ids, times and states only. */
export class AccountDb extends Dexie {
  disputes!: EntityTable<DisputeRow, 'id'>
  outbox!: EntityTable<OutboxRow, 'seq'>
  history!: EntityTable<HistoryRow, 'commandId'>
  drafts!: EntityTable<DraftRow, 'key'>
  files!: EntityTable<FileRow, 'id'>
  meta!: EntityTable<MetaRow, 'key'>

  constructor(readonly accountId: string, prefix = 'mediation-') {
    super(prefix + accountId)
    this.version(1).stores({
      disputes: 'id, open, at',
      outbox: '++seq, &commandId, disputeId, state',
      history: 'commandId, at',
      drafts: 'key, at',
      files: 'id, disputeId, at',
      meta: 'key',
    })
  }
}

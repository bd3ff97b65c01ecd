import { onOpened } from './account'
import { onAttached } from './files'
import { onPerformed } from './outbox'
import { synchronise } from './sync'

/** The only door to what lies on the tablet: pages import from here and from nowhere else in this folder. */
export { boot, lock, refreshKit, setPin, signIn, signOut, unlock } from './account'
export { resolveConflict } from './conflict'
export { draft, drafts, type Draft } from './draft'
export { attach, sendFileAgain, waitingFile } from './files'
export { allows } from './lifecycle'
export { allHistory } from './shelf'
export { acknowledge, amend, isMine, perform, retry, withdraw, type PerformOptions } from './outbox'
export { exportOutbox } from './parcel'
export { endPractice, startPractice } from './practice'
export { agreedCase, openCase } from './projection/cases'
export { askToPersist, renameDevice } from './registration'
export { normalise, search } from './search'
export { device, homeOf, store, worksOnTablet } from './state'
export { start } from './start'
export { synchronise } from './sync'
export { WrongPin } from './vault'
export type * from './types'

const send = (): void => void synchronise()
onPerformed(send)
onAttached(send)
onOpened(send)

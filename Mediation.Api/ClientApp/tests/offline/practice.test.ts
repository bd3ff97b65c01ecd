import { expect, it } from 'vitest'
import { newServer, newTablet, rest } from './world'

it('practice sends nothing, leaves nothing, and does not touch the real store', async () => {
  const server = newServer()
  const tablet = await newTablet(server)
  await tablet.signIn('001', 'secret')
  await tablet.setPin('246810')
  await rest(tablet)
  const id = '0193a000-0000-7000-8000-000000000001'
  const calls = server.calls.length

  await tablet.startPractice({ mediator: 'Trainee', colleague: 'Other', committee: 'Nowhere' })
  expect(tablet.device.practising.value).toBe(true)
  expect(tablet.store.kit.value!.organisation.name).toBe('Nowhere')
  await tablet.perform('RegisterDispute', id, { type: 'Neighbor', parties: [{ name: 'X' }], settlement: { terms: 't', performance: 'Immediate' } })
  await tablet.attach(id, new Blob(['x']), { kind: 'Photo', name: 'p' })
  const draft = await tablet.draft('intake/1', () => ({ text: '' }))
  draft.value.text = 'practice'
  expect(tablet.store.disputes.value.get(id)!.view.status).toBe('Closed')
  await rest(tablet)
  await tablet.refreshKit()
  await tablet.renameDevice('elsewhere')
  expect(server.calls.slice(calls)).toEqual([])

  await tablet.endPractice()
  expect(tablet.device.locked.value).toBe(true)
  expect((await indexedDB.databases()).some(db => db.name!.startsWith('mediation-practice'))).toBe(false)
  await tablet.unlock(server.session!.id as string, '246810')
  await rest(tablet)
  expect(tablet.store.outbox.value).toHaveLength(0)
  expect(tablet.store.disputes.value.size).toBe(0)
  expect(await tablet.drafts()).toHaveLength(0)
  expect(server.accepted.size).toBe(0)
  expect(tablet.device.current.value!.displayName).toBe('001')
})

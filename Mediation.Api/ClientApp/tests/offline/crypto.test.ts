import { beforeAll, describe, expect, it } from 'vitest'
import { newDeviceKey, open, openBytes, pinRounds, randomBytes, seal, dataKeyOf, unwrap, wrap } from '@/offline/crypto'

describe('what lies on the tablet', () => {
  let key: CryptoKey
  beforeAll(async () => { key = await dataKeyOf(randomBytes(32)) })

  it('is closed, and opens at its own place only', async () => {
    const sealed = await seal(key, 'disputes/1', { name: 'secret' })
    expect(new TextDecoder().decode(sealed)).not.toContain('secret')
    expect(await open(key, 'disputes/1', sealed)).toEqual({ name: 'secret' })
    await expect(open(key, 'disputes/2', sealed)).rejects.toThrow()
  })

  it('is never closed twice alike', async () => {
    const [one, other] = [await seal(key, 'p', 'x'), await seal(key, 'p', 'x')]
    expect([...one]).not.toEqual([...other])
  })

  it('is worth nothing when a bit was changed', async () => {
    const sealed = await seal(key, 'p', 'x')
    sealed[sealed.length - 1]! ^= 1
    await expect(openBytes(key, 'p', sealed)).rejects.toThrow()
  })

  it('makes every try at a PIN slow', () => expect(pinRounds).toBeGreaterThanOrEqual(310_000))

  it('opens with the PIN and the device together, with neither alone', async () => {
    const [raw, deviceKey, otherDevice] = [randomBytes(32), await newDeviceKey(), await newDeviceKey()]
    const wrapped = await wrap(raw, '246810', deviceKey, 'wraps/a', 1000)
    expect([...(await unwrap(wrapped, '246810', deviceKey, 'wraps/a'))!]).toEqual([...raw])
    expect(await unwrap(wrapped, '246811', deviceKey, 'wraps/a')).toBeNull()
    await expect(unwrap(wrapped, '246810', otherDevice, 'wraps/a')).rejects.toThrow()
    await expect(unwrap(wrapped, '246810', deviceKey, 'wraps/b')).rejects.toThrow()
    await expect(crypto.subtle.exportKey('raw', deviceKey)).rejects.toThrow()
  })
})

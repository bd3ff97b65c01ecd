import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

it('no two pages have one name: the router would forget the first', () => {
  const all = ['account', 'village', 'centre'].flatMap(part =>
    [...readFileSync(join(import.meta.dirname, '..', 'src', part, 'routes.ts'), 'utf8').matchAll(/\bname: '(\w+)'/g)].map(found => found[1]))
  expect(all.filter((name, at) => all.indexOf(name) !== at)).toEqual([])
  expect(all.length).toBeGreaterThan(15)
})

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const source = join(import.meta.dirname, '..', 'src')
const components = join(import.meta.dirname, '..', 'node_modules', 'quasar', 'src', 'components')

const pages = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && entry.name.endsWith('.vue')).map(entry => join(entry.parentPath, entry.name))

/** The stylesheet of each Quasar component, by its tag. */
const sheets = new Map(readdirSync(components, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && /^Q[A-Za-z]+\.sass$/.test(entry.name))
  .map(entry => [entry.name.slice(0, -5).replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase().replace(/^q/, 'q-').replace('q--', 'q-'), join(entry.parentPath, entry.name).slice(components.length + 1)]))

const imported = (file: string): string => (existsSync(join(source, file)) ? readFileSync(join(source, file), 'utf8') : '')

describe('the stylesheet', () => {
  it('has the part of every component that is used', () => {
    const shared = imported('styles/quasar.sass')
    const centre = shared + imported('centre/quasar.sass')
    const missing = pages.flatMap(path => {
      const sheet = path.includes('/src/centre/') ? centre : shared
      return [...readFileSync(path, 'utf8').matchAll(/<(q-[a-z-]+)/g)]
        .map(found => sheets.get(found[1]!))
        .filter(part => part !== undefined && !sheet.includes(`components/${part}`))
        .map(part => `${path.slice(source.length)} needs ${part}`)
    })
    expect(sheets.get('q-btn')).toBe('btn/QBtn.sass')
    expect([...new Set(missing)]).toEqual([])
  })

  it('names no colour of the palette, which is left out', () => {
    const named = pages.flatMap(path =>
      [...readFileSync(path, 'utf8').matchAll(/\b(?:bg|text)-(?:red|pink|purple|deep-purple|indigo|blue|light-blue|cyan|teal|green|light-green|lime|yellow|amber|orange|deep-orange|brown|grey|blue-grey)(?:-\d+)?\b/g)]
        .map(found => `${path.slice(source.length)}: ${found[0]}`))
    expect(named).toEqual([])
  })
})

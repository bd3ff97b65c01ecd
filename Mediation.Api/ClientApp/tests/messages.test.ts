import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

// Also those that are no part of the first load: the centre's pages bring their own. The statutory papers are Chinese whatever the screen speaks, and the
// server's refusals are English, its warnings Chinese.
const chinese = whole(import.meta.glob(['../src/messages/zh-CN/*.ts', '!../src/messages/zh-CN/{paperForms*,refusalCodes}.ts'], { eager: true }))
const english = whole(import.meta.glob(['../src/messages/en/*.ts', '!../src/messages/en/warnings.ts'], { eager: true }))

function whole(modules: Record<string, unknown>): object {
  return Object.assign({}, ...Object.entries(modules).filter(([path]) => !path.endsWith('/index.ts')).map(([, module]) => (module as { default: object }).default)) as object
}

const source = join(import.meta.dirname, '..', 'src')

function keys(tree: object, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null ? keys(value as object, `${prefix}${name}.`) : [`${prefix}${name}`])
}

function files(folder = source): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(vue|ts)$/.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path => !path.includes('/messages/') && !path.endsWith('schema.d.ts'))
}

describe('messages', () => {
  it('say the same things in both languages', () => {
    expect(keys(english).sort()).toEqual(keys(chinese).sort())
  })

  it('hold every string that is shown: no page has Chinese text of its own', () => {
    const found = files().flatMap(path =>
      readFileSync(path, 'utf8').split('\n')
        // Comments may quote the field's own words.
        .map((line, at) => ({ at: `${path.slice(source.length)}:${at + 1}`, text: line.replace(/\/\/.*|\/?\*\*?.*|<!--.*-->/, '') }))
        .filter(line => /[\u4e00-\u9fff]/.test(line.text)))
    expect(found).toEqual([])
  })

  it('exist for every key that a page asks for', () => {
    const known = new Set(keys(chinese))
    const asked = files().flatMap(path =>
      [...readFileSync(path, 'utf8').matchAll(/\bt\(\s*'([a-zA-Z0-9_.]+)'/g)].map(found => ({ path: path.slice(source.length), key: found[1]! })))
    expect(asked.filter(one => !known.has(one.key))).toEqual([])
    expect(asked.length).toBeGreaterThan(0)
  })

  it('are not written into templates: no static style, which the policy forbids', () => {
    expect(files().filter(path => path.endsWith('.vue') && /\sstyle="/.test(readFileSync(path, 'utf8').replace(/:style="/g, ''))))
      .toEqual([])
  })
})

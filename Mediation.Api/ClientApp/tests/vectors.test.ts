import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import {
  after, assess, bigrams, districtOf, holds, levelOf, limitOf, maskAddress, maskFreeText, maskIdNumber, maskName, maskPhone, matches, may, nameKey, normalNumber, normalise,
  organisationCodeFault, propose, residentIdFault, terms, townOf, WorkCalendar, type LifecycleMove, type Permission, type Role, type RoutingFacts, type RuleText, type TimeUnit, type YearOfDays,
} from '../src/rules'
import refusalCodes from '../src/messages/zh-CN/refusalCodes'

// The server's own rules wrote these; whatever it decides the tablet decides alike.
const root = fileURLToPath(new URL('../../../', import.meta.url))
const read = <T>(path: string): T => JSON.parse(readFileSync(root + path, 'utf8')) as T
interface Vectors<T, G = object> { given: G; cases: T[] }
const vectors = <T, G = object>(name: string): Vectors<T, G> => read(`Mediation.Tests/Vectors/${name}.json`)
const there = existsSync(`${root}Mediation.Tests/Vectors`)

const rules = read<{ versions: RuleText[] }>('seeds/routing-rules.json').versions
const notices = read<{ years: Record<string, { off: string[]; work: string[] }> }>('seeds/work-calendar.json').years
const years: YearOfDays[] = Object.entries(notices).map(([year, days]) => ({ year: Number(year), ...days }))

describe.runIf(there)('shared vectors', () => {
  test('areas', () => {
    const { cases } = vectors<{ code: string; level: string; town: string; district: string; holds: string[] }>('areas')
    for (const c of cases) {
      expect(levelOf(c.code), c.code).toBe(c.level)
      if (c.level === 'Village' || c.level === 'Town') expect(townOf(c.code)).toBe(c.town)
      if (c.level !== 'Province' && c.level !== 'City') expect(districtOf(c.code)).toBe(c.district)
      expect(cases.map(other => other.code).filter(other => holds(c.code, other)), c.code).toEqual(c.holds)
    }
  })

  test('deadlines', () => {
    const calendar = new WorkCalendar(years)
    for (const c of vectors<{ start: string; amount: number; unit: TimeUnit; roll?: boolean; due: string; provisional: boolean }>('deadlines').cases)
      expect({ ...calendar.due(c.start, c.amount, c.unit, c.roll ?? true), of: c }).toEqual({ due: c.due, provisional: c.provisional, of: c })
  })

  test('resident ids and organisation codes', () => {
    const { given, cases } = vectors<{ kind: string; text: string; normalised: string; problem: string | null }, { today: string }>('identities')
    for (const c of cases) {
      expect(normalNumber(c.text), c.text).toBe(c.normalised)
      expect(c.kind === 'ResidentId' ? residentIdFault(c.normalised, given.today) : organisationCodeFault(c.normalised), c.text).toBe(c.problem)
    }
  })

  test('lifecycle', () => {
    const { cases } = vectors<{ status: LifecycleMove['status']; action: string; to: LifecycleMove['to'] | null }>('lifecycle')
    const moves = cases.filter((c): c is LifecycleMove => c.to !== null)
    for (const c of cases) expect(after(moves, c.status, c.action)).toBe(c.to)
  })

  test('limits', () => {
    for (const c of vectors<{ tier: 'Village'; step: string; type: 'Neighbor'; complex: boolean; id: string }>('limits').cases)
      expect(limitOf(rules[0]!, c.tier, c.step, c.type, c.complex)?.id).toBe(c.id)
  })

  test('permissions', () => {
    const { cases } = vectors<{ permission: Permission; roles: Role[] }>('permissions')
    const everyone = [...new Set(cases.flatMap(c => c.roles))]
    for (const c of cases) expect(everyone.filter(role => may([role], c.permission)), c.permission).toEqual(everyone.filter(role => c.roles.includes(role)))
  })

  test('every refusal has Chinese words, and no words are left over', () => {
    expect(Object.keys(refusalCodes).sort()).toEqual(vectors<{ code: string }>('refusals').cases.map(c => c.code).sort())
  })

  test('masking', () => {
    const masks: Record<string, (text: string) => string> = { name: maskName, phone: maskPhone, idNumber: maskIdNumber, address: maskAddress, freeText: maskFreeText }
    for (const c of vectors<{ kind: string; text: string; masked: string }>('masking').cases)
      expect(masks[c.kind]!(c.text), c.text).toBe(c.masked)
  })

  test('names', () => {
    for (const c of vectors<{ name: string; key: string; sameAs: string[] }>('names').cases) {
      expect(nameKey(c.name)).toBe(c.key)
      for (const same of c.sameAs) expect(nameKey(same)).toBe(c.key)
    }
  })

  test('search', () => {
    for (const c of vectors<{ text: string; normalised: string; terms: string[]; bigrams: string[]; foundBy: string[]; notFoundBy: string[] }>('search').cases) {
      expect(normalise(c.text)).toBe(c.normalised)
      expect(terms(c.text)).toEqual(c.terms)
      expect(bigrams(c.text)).toEqual(c.bigrams)
      for (const q of c.foundBy) expect(matches(c.normalised, q), `${c.text} / ${q}`).toBe(true)
      for (const q of c.notFoundBy) expect(matches(c.normalised, q), `${c.text} / ${q}`).toBe(false)
    }
  })

  test('routing and level', () => {
    for (const c of vectors<{ facts: RoutingFacts; level: string; levelReasons: string[]; tier: string; target: string; reasons: string[]; offers: string[] }>('routing').cases) {
      const proposed = propose(rules[0]!, c.facts)
      const ids = (list: { id: string }[]): string[] => list.map(reason => reason.id)
      expect({ level: proposed.level, tier: proposed.tier, target: proposed.target, reasons: ids(proposed.reasons), offers: ids(proposed.offers), of: c.facts })
        .toEqual({ level: c.level, tier: c.tier, target: c.target, reasons: c.reasons, offers: c.offers, of: c.facts })
      expect(ids(assess(rules[0]!, c.facts).reasons)).toEqual(c.levelReasons)
    }
  })
})

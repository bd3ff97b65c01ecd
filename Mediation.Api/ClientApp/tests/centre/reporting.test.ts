import { describe, expect, it } from 'vitest'
import { ended, filled, hasFile, kilobytes, underWay, type Job } from '@/centre/report/exports'
import { looksNilReturn } from '@/centre/report/filings'
import { leads, percentText, slogan } from '@/centre/report/indicators'
import { amount, grouped, opensItem } from '@/centre/report/justice'
import { sums } from '@/centre/report/subsidies'

const item = (number: number, value = 0, correction: number | null = null) => ({ number, value, correction, label: '', before: 0, yearToDate: value }) as never
const job = (id: string, state: string, expired = false): Job => ({ id, state, expired }) as never

describe('the justice return', () => {
  it('has its five parts with every item in one of them', () => {
    const all = Array.from({ length: 42 }, (_, i) => item(i + 1))
    expect(grouped(all).map(part => part.items.length)).toEqual([5, 6, 8, 18, 5])
    expect(grouped(all).flatMap(part => part.items.map(one => one.number))).toEqual(Array.from({ length: 42 }, (_, i) => i + 1))
  })

  it('leads to cases, and money is none', () => {
    expect([opensItem(item(1), 2), opensItem(item(1), -1), opensItem(item(1), 0), opensItem(item(5), 2), opensItem(item(1), null)]).toEqual([true, true, false, false, false])
    expect([amount(item(5), 1.5), amount(item(1), -2), amount(item(1), null)]).toEqual(['1.50', '−2', '—'])
  })

  it('is nil when nothing was concluded and nothing corrected', () => {
    const page = (...items: never[]) => ({ report: { items } }) as never
    expect(looksNilReturn(page(item(1), item(3, 0, 0)))).toBe(true)
    expect(looksNilReturn(page(item(1), item(3, 0, -1)))).toBe(false)
    expect(looksNilReturn(page(item(1, 1)))).toBe(false)
  })
})

describe('an indicator', () => {
  const one = (id: string, denominator: number, percent: number | null) => ({ id, denominator, percent, scored: denominator > 0 }) as never
  it('without a denominator is not scored, and leads nowhere', () => {
    expect([percentText(one('SuccessRate', 3, 66.67)), percentText(one('SuccessRate', 0, null))]).toEqual(['66.67', null])
    expect([leads(one('SuccessRate', 3, 1)), leads(one('SuccessRate', 0, null)), leads(one('ScreeningSubmitRate', 9, 1))]).toEqual([true, false, false])
  })

  it('of the slogan stands first by village, town, district', () => {
    const items = ['InDistrictRate', 'SuccessRate', 'InVillageRate', 'InTownRate'].map(id => one(id, 1, 1))
    expect(slogan(items).map(found => found.id)).toEqual(['InVillageRate', 'InTownRate', 'InDistrictRate'])
  })
})

describe('an export', () => {
  it('is looked at again while it is under way, and told of when it ended', () => {
    expect(['Waiting', 'Running', 'Complete', 'Failed'].map(state => underWay(job('a', state)))).toEqual([true, true, false, false])
    expect(ended([job('a', 'Running'), job('b', 'Waiting'), job('c', 'Complete')], [job('a', 'Complete'), job('b', 'Running'), job('c', 'Complete')]).map(one => one.id)).toEqual(['a'])
  })

  it('has a file until its days are over', () => {
    expect([hasFile(job('a', 'Complete')), hasFile(job('a', 'Complete', true)), hasFile(job('a', 'Failed'))]).toEqual([true, false, false])
    expect([kilobytes(10), kilobytes(2_500_000)]).toEqual(['1', '2,441'])
  })

  it('is asked for with what was filled in', () => {
    expect(filled({ under: '', month: '2026-10', cleared: false, book: null, type: 'Neighbor' })).toEqual({ month: '2026-10', type: 'Neighbor' })
  })
})

it('subsidies that are due are not those that were paid', () => {
  expect(sums([{ amount: 30, paid: null }, { amount: 50, paid: { amount: 50 } }, { amount: 0, paid: null }] as never)).toEqual({ due: '30.00', paid: '50.00' })
})

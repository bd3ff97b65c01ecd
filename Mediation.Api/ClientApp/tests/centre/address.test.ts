import { describe, expect, it } from 'vitest'
import { readFilters, writeFilters } from '@/centre/common/urlFilters'
import { columns, figure, groups, isCount, monthOn, opens, reportMonth } from '@/centre/report/report'

const defaults = { lane: '', area: '', month: '2026-11' }

describe('filters in the address', () => {
  it('are read with what holds when they are not named', () => {
    expect(readFilters({ lane: 'Late', other: 'x' }, defaults)).toEqual({ lane: 'Late', area: '', month: '2026-11' })
    expect(readFilters({ lane: ['Red', 'Late'], area: null }, defaults)).toEqual({ lane: 'Red', area: '', month: '2026-11' })
  })

  it('are written short: what is standard is left out, what is foreign stays', () => {
    expect(writeFilters({ do: 'AcceptDispute', lane: 'Red' }, { lane: 'Late', area: '', month: '2026-11' }, defaults)).toEqual({ do: 'AcceptDispute', lane: 'Late' })
    expect(writeFilters({ month: '2026-10' }, { lane: '', area: '', month: '2026-11' }, defaults)).toEqual({})
  })

  it('come back as they were written', () => {
    const filters = { lane: 'Waiting', area: '340803100000', month: '2026-09' }
    expect(readFilters(writeFilters({}, filters, defaults), defaults)).toEqual(filters)
  })
})

describe('the monthly report', () => {
  const row = (number: number, group: string, value: number, denominator: string | null = null) => ({
    number, group, item: 'x', label: 'x', labelEn: 'x', denominator, values: { district: 0, town: 0, village: value, subtotal: value, yearToDate: value },
  })

  it('stands in the official order of columns', () => {
    expect(columns.map(column => column.id)).toEqual(['District', 'Town', 'Village', 'Subtotal', 'YearToDate'])
  })

  it('opens a cell with matters in it; a rate has none of its own', () => {
    expect(opens(row(1, 'a', 3), 'village')).toBe(true)
    expect(opens(row(1, 'a', 0), 'village')).toBe(false)
    expect(isCount(row(3, 'a', 50, 'row 1'))).toBe(false)
    expect(opens(row(3, 'a', 50, 'row 1'), 'village')).toBe(false)
    expect(figure(row(3, 'a', 50, 'row 1'), 'village')).toBe('50.00')
    expect(figure(row(1, 'a', 3), 'village')).toBe('3')
  })

  it('names a group once for its rows', () => {
    expect(groups([row(1, 'a', 1), row(2, 'a', 1), row(3, 'b', 1)]).map(one => [one.group, one.rows.length])).toEqual([['a', 2], ['b', 1]])
  })

  it('begins with the month before until the fifth', () => {
    expect(reportMonth('2026-11-05')).toBe('2026-10')
    expect(reportMonth('2026-11-06')).toBe('2026-11')
    expect(reportMonth('2027-01-03')).toBe('2026-12')
    expect(monthOn('2026-12', 1)).toBe('2027-01')
  })
})

import { describe, expect, it } from 'vitest'
import { actsOf, fits, isIn, looksNil, measuresOf, tooMany, type Filing } from '@/centre/report/filings'
import { byRow, cellKey, cellsOf, columnsOf, isWhole } from '@/centre/report/openings'
import { changeText, partsOf, periodOf, withLength, years } from '@/centre/report/periods'
import { opensBeside, signed, columns } from '@/centre/report/report'

const values = (subtotal: number) => ({ district: 0, town: 0, village: subtotal, subtotal, yearToDate: subtotal })
const row = (number: number, subtotal: number, correction?: number) => ({
  number, group: 'G', item: 'i', label: 'G i', labelEn: 'G: i', values: values(subtotal), denominator: null, correction: correction === undefined ? null : values(correction), opening: null,
})
const filing = (rows: unknown[], can: string[] = []): Filing => ({ report: { rows }, can }) as never

describe('a filing', () => {
  it('offers what the server allows, in the order of its way', () => {
    expect(actsOf(filing([], ['Draft', 'Check', 'Return', 'Merge']))).toEqual(['Draft', 'Merge', 'Check', 'Return'])
  })

  it('is nil when nothing was found and nothing arrived late; campaigns are no disputes', () => {
    expect(looksNil(filing([row(1, 0, 0), row(52, 3, 0)]))).toBe(true)
    expect(looksNil(filing([row(1, 0, -1)]))).toBe(false)
    expect(looksNil(filing([row(1, 2)]))).toBe(false)
  })

  it('is chased until it is in', () => {
    expect([null, 'Opened', 'Returned', 'Submitted', 'Merged', 'Sealed'].map(state => isIn(state as never))).toEqual([false, false, false, true, true, true])
    expect(fits(null, 'notOpened') && fits(null, 'notIn') && fits('Drafted', 'notIn') && fits('Drafted', 'Drafted') && fits(null, '')).toBe(true)
    expect(fits('Sealed', 'notIn') || fits('Drafted', 'notOpened') || fits(null, 'Drafted')).toBe(false)
  })

  it('takes one measure from each line', () => {
    expect(measuresOf(' a \n\n b\n')).toEqual(['a', 'b'])
    expect(tooMany(Array.from({ length: 21 }, () => 'a'))).toBe(true)
    expect(tooMany(['a'.repeat(1000)])).toBe(false)
  })

  it('shows a correction with its sign, and leads to what makes it', () => {
    expect([signed(2), signed(-1), signed(0)]).toEqual(['+2', '−1', '0'])
    expect(columns.map(column => opensBeside(row(1, 0, -1), column))).toEqual([false, false, true, true, false])
    expect(opensBeside(row(52, 0, 1), columns[3]!)).toBe(false)
  })
})

describe('opening figures', () => {
  it('have the columns of the unit, and only whole numbers', () => {
    expect(['340803000000', '340803100000', '340803100204'].map(area => columnsOf(area).map(column => column.id))).toEqual([['District', 'Town', 'Village'], ['Town', 'Village'], ['Village']])
    expect(['', '0', ' 12 ', '-1', '1.5', 'x'].map(isWhole)).toEqual([true, true, true, false, false, false])
  })

  it('are what was typed, or one 0', () => {
    expect(cellsOf({ [cellKey(1, 'Village')]: '3', [cellKey(1, 'District')]: '9', [cellKey(2, 'Village')]: '0' }, [1, 2], '340803100204')).toEqual([{ row: 1, column: 'Village', value: 3 }])
    expect(cellsOf({}, [1, 2], '340803100204')).toEqual([{ row: 1, column: 'Village', value: 0 }])
    expect(byRow([{ row: 1, column: 'Town', value: 2 }, { row: 1, column: 'Village', value: 3 }]).get(1)).toEqual({ Town: 2, Village: 3 })
  })
})

describe('a period', () => {
  it('is taken apart and put together', () => {
    for (const period of ['2026-11', '2026-Q4', '2026-H2', '2026']) expect(periodOf(partsOf(period)!)).toBe(period)
    expect(['2026-13', '2026-Q5', 'x', '2026-H0'].map(partsOf)).toEqual([null, null, null, null])
    expect(periodOf(withLength(partsOf('2026-11')!, 'quarter'))).toBe('2026-Q4')
    expect(periodOf(withLength(partsOf('2026-H2')!, 'month'))).toBe('2026-07')
    expect(years('2026-11-24', '2015')).toContain('2015')
  })

  it('compares with a sign, and not with nothing', () => {
    expect([changeText(12.5), changeText(-3), changeText(0), changeText(null)]).toEqual(['+12.5', '−3.0', '0.0', '—'])
  })
})

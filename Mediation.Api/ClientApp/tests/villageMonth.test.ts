import { expect, test } from 'vitest'
import { tellingRows, type Row } from '@/centre/report/filings'
import { lastMonth } from '@/village/periods'

const row = (number: number, subtotal: number, corrected = 0, denominator: number | null = null): Row =>
  ({ number, label: '', labelEn: '', denominator, values: { district: 0, town: 0, village: subtotal, subtotal, yearToDate: subtotal }, correction: { subtotal: corrected } }) as unknown as Row

test('the month that is reported is the one before, over the new year too', () => {
  expect(lastMonth('2027-01-03')).toBe('2026-12')
  expect(lastMonth('2026-11-30')).toBe('2026-10')
})

test('a committee reads what was found, mediated and settled always, and a kind only where there was one', () => {
  const rows = [row(1, 0), row(2, 0), row(3, 0, 0, 1), row(4, 0), row(6, 0), row(8, 2), row(10, 0, -1)]
  expect(tellingRows(rows).map(one => one.number)).toEqual([1, 2, 4, 8, 10])
})

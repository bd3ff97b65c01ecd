export interface Period { from: string; to: string }

/** The month that a day lies in. */
export function monthOf(day: string): Period {
  const [year, month] = day.split('-').map(Number) as [number, number]
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return { from: `${day.slice(0, 7)}-01`, to: `${day.slice(0, 7)}-${last}` }
}

/** The month whose return is asked now: the one before until the fifth day, else the present one. */
export function periodDue(on: string): Period {
  if (Number(on.slice(8)) > 5) return monthOf(on)
  const before = new Date(Date.parse(`${on.slice(0, 7)}-01T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  return monthOf(before)
}

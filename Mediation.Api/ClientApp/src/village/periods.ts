export interface Period { from: string; to: string }

/** A round for which this committee owes a return; a campaign's has its name, one that the office above asked for what it said. */
export interface Owed extends Period { campaign: { id: string; name: string } | null; dueOn: string | null; reminders: string[] }

export const roundKey = (round: { from: string; campaign?: { id: string } | null }): string => (round.campaign ? `${round.campaign.id} ${round.from}` : round.from)

/** What is owed by the server's last word and by what was filed here since; a tablet that has not heard of the present month asks for it by the calendar. */
export function stillOwed(told: readonly Owed[], toldOn: string, filed: readonly string[], on: string): Owed[] {
  const usual = periodDue(on)
  const unheard = toldOn.slice(0, 7) < on.slice(0, 7) && !told.some(one => one.campaign === null && one.from === usual.from)
  const all = unheard ? [...told, { ...usual, campaign: null, dueOn: null, reminders: [] }] : told
  return all.filter(one => !filed.includes(roundKey(one))).sort((a, b) => a.to.localeCompare(b.to) || roundKey(a).localeCompare(roundKey(b)))
}

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

/** The month whose figures a committee sends up, as yyyy-MM: the one before, for its own has not ended. */
export const lastMonth = (on: string): string => new Date(Date.parse(`${on.slice(0, 7)}-01T00:00:00Z`) - 86_400_000).toISOString().slice(0, 7)

const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The day in Asia/Shanghai as yyyy-MM-dd, whatever the tablet's own zone. */
export const dayOf = (instant: Date | number | string): string => day.format(new Date(instant))

export const today = (): string => dayOf(Date.now())

const addDay = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

export { addDay }

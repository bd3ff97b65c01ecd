const clock = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** An instant as day and time in Asia/Shanghai, whatever the desk's own zone. */
export const moment = (instant: string | null | undefined): string => (instant ? clock.format(new Date(instant)).replace(',', '') : '—')

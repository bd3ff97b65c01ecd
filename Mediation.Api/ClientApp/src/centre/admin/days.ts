const day = /^(\d{4})-(\d{2})-(\d{2})$/

const parts = (text: string): string[] => text.split(/[\s,;\uff0c\u3001\uff1b]+/).filter(part => part !== '')

function isDay(text: string): boolean {
  const found = day.exec(text)
  return found !== null && new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) === text
}

const readable = (text: string): boolean => {
  try {
    return isDay(text)
  } catch {
    return false
  }
}

/** Days as they are typed in: yyyy-MM-dd, apart by commas, spaces or lines; each once, in order. */
export const daysOf = (text: string): string[] => [...new Set(parts(text).filter(readable))].sort()

// A notice reaches over its year's edges: the one for 2019 began on 30 December 2018.
const touches = (day: string, year: string): boolean => day >= `${Number(year) - 1}-12-01` && day <= `${Number(year) + 1}-01-31`

/** What is no day, or belongs to another year's notice. */
export const badDays = (text: string, year: string): string[] => parts(text).filter(part => !readable(part) || !touches(part, year))

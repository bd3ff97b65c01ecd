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

/** What is no day, or lies in another year. */
export const badDays = (text: string, year: string): string[] => parts(text).filter(part => !readable(part) || !part.startsWith(`${year}-`))

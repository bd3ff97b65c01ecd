/** One text, number or date of a command's body, wherever it stands. */
export interface BodyField {
  path: (string | number)[]
  name: string
  kind: 'text' | 'number' | 'date'
  value: string
}

const isId = (value: string): boolean => /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(value)
// Words of closed lists are chosen in the form of the step, not typed here.
const isWordOfList = (value: string): boolean => /^[A-Z][A-Za-z]+$/.test(value)
const isInstant = (value: string): boolean => /^\d{4}-\d\d-\d\dT/.test(value)

function kindOf(value: unknown): BodyField['kind'] | null {
  if (typeof value === 'number') return 'number'
  if (typeof value !== 'string' || isId(value) || isWordOfList(value) || isInstant(value)) return null
  return /^\d{4}-\d\d-\d\d$/.test(value) ? 'date' : 'text'
}

/** What a person may put right by typing. */
export function fieldsOf(body: unknown, path: (string | number)[] = []): BodyField[] {
  if (Array.isArray(body)) return body.flatMap((one, i) => fieldsOf(one, [...path, i]))
  if (typeof body === 'object' && body !== null) return Object.entries(body).flatMap(([name, value]) => fieldsOf(value, [...path, name]))
  const kind = kindOf(body)
  const name = [...path].reverse().find(part => typeof part === 'string')
  return kind === null || name === undefined ? [] : [{ path, name: String(name), kind, value: String(body) }]
}

/** The body with the typed values in their places. */
export function withFields(body: Record<string, unknown>, fields: BodyField[]): Record<string, unknown> {
  const changed = JSON.parse(JSON.stringify(body)) as Record<string, unknown>
  for (const field of fields) {
    let here = changed as Record<string | number, unknown>
    for (const part of field.path.slice(0, -1)) here = here[part] as Record<string | number, unknown>
    const value = field.value.trim()
    here[field.path.at(-1)!] = value === '' ? null : field.kind === 'number' ? Number(value) : value
  }
  return changed
}

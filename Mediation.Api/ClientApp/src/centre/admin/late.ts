const quiet = new Set(['commandId', 'baseVersion', 'after', 'deviceTime', 'resolveConflict'])
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** What a person can read of a command's body: its texts, days and numbers; ids and envelopes say nothing to a reader. */
export function wordsOf(body: Record<string, unknown>): [string, string][] {
  const told: [string, string][] = []
  for (const [name, value] of Object.entries(body)) {
    if (quiet.has(name) || value === null || value === '') continue
    if (typeof value === 'object') {
      const inner = Object.values(value as object).flatMap(one => (typeof one === 'object' && one !== null ? wordsOf(one as Record<string, unknown>).map(([, text]) => text) : typeof one === 'string' && !uuid.test(one) ? [one] : []))
      if (inner.length > 0) told.push([name, inner.join(' · ')])
    } else if (!uuid.test(String(value))) told.push([name, String(value)])
  }
  return told
}

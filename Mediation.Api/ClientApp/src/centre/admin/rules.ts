type Words = (name: string, value: string) => string

/** A version of the routing rules, as `seeds/routing-rules.json` writes it. */
export interface RuleSetText {
  version: string
  effectiveFrom: string
  rules: { id: string; when: Record<string, unknown>; tier: string; target: string; offer?: boolean; basis?: string; local?: boolean; zh: string; en: string }[]
  [section: string]: unknown
}

// Which words an enumerated condition takes from the reference.
const enums: Record<string, string> = {
  types: 'DisputeType', notTypes: 'DisputeType', subtypes: 'Subtype', notSubtypes: 'Subtype', anyRisk: 'Risk', minLevel: 'RiskLevel', fromTier: 'Tier', requestedTier: 'Tier',
  areaLevel: 'AreaLevel', partiesSpan: 'AreaLevel', referredBy: 'ReferringOrgan',
}

/** The conditions of a rule in words: each its name and what it asks for. */
export function conditionWords(when: Record<string, unknown>, label: Words, name: (key: string) => string): string[] {
  return Object.entries(when).map(([key, value]) => {
    if (value === true) return name(key)
    const list = Array.isArray(value) ? value : [value]
    const words = list.map(one => (enums[key] ? label(enums[key], String(one)) : String(one)))
    return `${name(key)} ${words.join(' / ')}`
  })
}

/** The next version's name: of this year, one higher than the highest there is. */
export function nextVersion(known: string, today: string): string {
  const year = today.slice(0, 4)
  const [of, number] = known.split('.')
  return of === year ? `${year}.${Number(number ?? 0) + 1}` : `${year}.1`
}

export type AreaLevel = 'Province' | 'City' | 'District' | 'Town' | 'Village'

/** The level of a 12-digit division code: a village has no zeros to fill. */
export function levelOf(code: string): AreaLevel {
  if (code.endsWith('0000000000')) return 'Province'
  if (code.endsWith('00000000')) return 'City'
  if (code.endsWith('000000')) return 'District'
  return code.endsWith('000') ? 'Town' : 'Village'
}

const spans: Record<AreaLevel, number> = { Province: 1e10, City: 1e8, District: 1e6, Town: 1e3, Village: 1 }

/** A division holds exactly the codes in its range. */
export const holds = (area: string, other: string): boolean =>
  Number(other) >= Number(area) && Number(other) < Number(area) + spans[levelOf(area)]

export const townOf = (code: string): string => `${code.slice(0, 9)}000`
export const districtOf = (code: string): string => `${code.slice(0, 6)}000000`

const ownLists = ['SectorCommittee', 'EnterpriseCommittee']

/** The organisations whose matters this desk handles: those of the same area and tier, except for who answers for no area. */
export function desksOf(own: { organisationId: string; areaCode: string; tier: string }, all: readonly { id: string; areaCode: string; tier: string; kind: string }[]): Set<string> {
  const mine = all.find(one => one.id === own.organisationId)
  const shared = mine && ownLists.includes(mine.kind) ? [] : all.filter(one => one.areaCode === own.areaCode && one.tier === own.tier && !ownLists.includes(one.kind))
  return new Set([own.organisationId, ...shared.map(one => one.id)])
}

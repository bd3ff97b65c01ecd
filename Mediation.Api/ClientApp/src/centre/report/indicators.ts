import type { Schemas } from '@/api/types'

export type Indicator = Schemas['IndicatorItem']

const stays = ['InVillageRate', 'InTownRate', 'InDistrictRate']

/** Screening returns are no disputes; all others lead to theirs. */
export const leads = (one: Indicator): boolean => one.denominator > 0 && one.id !== 'ScreeningSubmitRate'

/** What is not scored has no percentage, not even 0. */
export const percentText = (one: Indicator): string | null => (one.scored && one.percent !== null && one.percent !== undefined ? one.percent.toFixed(2) : null)

/** The three ratios of the slogan in its order. */
export const slogan = (items: readonly Indicator[]): Indicator[] => stays.flatMap(id => items.filter(one => one.id === id))

import type { Schemas } from '@/api/types'

/** A share as percent and counts; without a base there is nothing to divide. */
export const shareText = (share: Schemas['Share']): string =>
  share.percent === null || share.percent === undefined ? `${share.numerator}/${share.denominator}` : `${share.percent}% (${share.numerator}/${share.denominator})`

/** Which cards are asked for, in the API's own words. */
export const cardStates = ['unanswered', 'late', 'answered', 'cancelled'] as const

export const cardQuery = (state: string): Record<string, boolean> => (cardStates.some(one => one === state) ? { [state]: true } : {})

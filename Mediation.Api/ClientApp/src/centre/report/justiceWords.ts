import { i18n } from '@/messages'
import { label } from '../common/words'
import type { Item } from './justice'

const firstType = 20
const lastType = 37

/** The eighteen types have their words in the vocabulary, in the order of the form. */
export function itemLabel(item: Item, types: readonly string[]): string {
  if (item.number >= firstType && item.number <= lastType) return label('DisputeType', types[item.number - firstType]) || item.label
  return i18n.global.t(`reporting.item.${item.number}`)
}

import { chinese } from '../common/words'
import type { Row } from './report'

type Named = Pick<Row, 'label' | 'labelEn'>

/** The part of the table in which the row stands. */
export const groupName = (row: Named): string => (chinese() ? row.label.split(' ')[0]! : row.labelEn.split(':')[0]!)

/** What the row counts, without the name of its group. */
export const itemName = (row: Named): string => (chinese() ? row.label.split(' ').slice(1).join(' ') : row.labelEn.split(': ').slice(1).join(': ')) || row.label

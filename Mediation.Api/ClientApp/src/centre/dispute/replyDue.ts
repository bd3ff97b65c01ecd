import { today } from '@/common/dates'
import { WorkCalendar, type YearOfDays } from '@/rules'
import { reference } from '../common/words'

/** A card is usually answered within the working days of the local rule. */
export function replyDue(): string {
  const practice = reference.value
  return practice === null ? today() : new WorkCalendar(practice.calendar.days as YearOfDays[]).due(today(), practice.supervision.replyWorkdays, 'Workday').due
}

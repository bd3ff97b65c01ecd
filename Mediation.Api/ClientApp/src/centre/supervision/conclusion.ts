export interface AttendeeForm { name: string; post: string; present: boolean }
export interface DecisionForm { disputeId: string; decision: string; unit: string; person: string; dueOn: string }
export interface ConclusionForm { attendance: AttendeeForm[]; forecast: string; summary: string; decisions: DecisionForm[] }

export const emptyAttendee = (): AttendeeForm => ({ name: '', post: '', present: true })
export const emptyDecision = (): DecisionForm => ({ disputeId: '', decision: '', unit: '', person: '', dueOn: '' })

const isBlank = (text: string): boolean => text.trim() === ''

/** A row that nobody began is left out, wherever it stands. */
const begun = (one: DecisionForm): boolean => Object.values(one).some(text => !isBlank(text))
const named = (one: AttendeeForm): boolean => !isBlank(one.name) || !isBlank(one.post)

/** What must be said and is not, by the paths of the form. */
export const lacking = (form: ConclusionForm): string[] => [
  ...(form.attendance.some(named) ? [] : ['attendance[0].name']),
  ...form.attendance.flatMap((one, at) => (named(one) && isBlank(one.name) ? [`attendance[${at}].name`] : [])),
  ...form.decisions.flatMap((one, at) => (begun(one) ? (['decision', 'unit', 'person', 'dueOn'] as const).filter(name => isBlank(one[name])).map(name => `decisions[${at}].${name}`) : [])),
]

const orNull = (text: string): string | null => (isBlank(text) ? null : text.trim())

/** The body of the minutes. */
export const conclusionOf = (form: ConclusionForm) => ({
  attendance: form.attendance.filter(named).map(one => ({ name: one.name.trim(), post: orNull(one.post), present: one.present })),
  forecast: orNull(form.forecast), summary: orNull(form.summary),
  decisions: form.decisions.filter(begun).map(one => ({ disputeId: orNull(one.disputeId), decision: one.decision.trim(), unit: one.unit.trim(), person: one.person.trim(), dueOn: one.dueOn })),
})

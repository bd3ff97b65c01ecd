/** The monthly report's way up: the list of those who report, one report, opening figures, longer periods. */
export default {
  filing: {
    tab: { filings: 'Filing', openings: 'Opening figures', periods: 'Comparisons' },
    chase: 'Who has reported', sum: 'Not opened {notOpened}, under way {underWay}, submitted {submitted}', cutOff: 'Cut-off {cutOff} (it does not move for rest days); reminders go out by themselves on {remindOn}',
    unit: 'Unit', state: 'Progress', late: 'Cut-off is over', nil: 'Nil return', reminders: 'Reminders', byClock: 'The clock', notOpened: 'Not opened', notIn: 'Not submitted', noneFits: 'No unit fits', noUnits: 'No unit reports this month',
    open: 'Open it', look: 'Look', remind: 'Remind', remindOne: 'Remind: {name}', reminded: 'Reminded: {name}', noteHint: 'Without names of parties', back: 'Back to the list',
    month: '{name}, report of {month}', done: 'Done: {act}', stale: 'Somebody else has just dealt with this report. Here it is as it now stands; please look before you go on.', reload: 'Refresh',
    how: 'Where it stands', preparer: 'Prepared by', reviewer: 'Checked by', submitter: 'Submitted by', sealer: 'Sealed by', sealText: 'Seal', cutOffDay: 'Cut-off', organisation: 'Organisation', parent: 'Report above', toParent: 'Taken in; look at the report above', returned: 'Given back because: {reason}',
    steps: 'Steps', below: 'Units below', belowUnit: 'Unit below', submittedAt: 'Submitted at', taken: 'Taken in', isTaken: 'Taken in', isMissing: 'Not taken in', missing: '{n} units below are not in this report', allIn: 'All units below are in',
    actOne: '{act}: {name}', remark: 'Remark', remarkHint: 'Not needed; without names of parties', sayNil: 'Nothing was found and nothing mediated this month: signed as a nil return', nilHint: 'A month with numbers is no nil return', sealHint: 'Left empty it is the name of the organisation', sealWarn: 'Sealed numbers never change; what comes later is a correction of the next month.', submitWarn: 'What was submitted changes no more, unless the unit above gives it back.',
    missingAtSeal: 'These units have not submitted; their numbers will be corrections of the next month: {names}', failed: '{n} checks failed; this step cannot be taken',
    correction: 'Correction', opening: 'Opening', expand: 'Show all columns of corrections and opening figures', explain: 'Correction: what arrived late for sealed months; it is not part of this month. Opening: figures on paper from before this register, never added to what is counted.', ofCorrection: 'Correction · {column}', ofOpening: 'Opening · {column}',
    drillCount: '{count} together, {n} listed', belongs: 'Belongs to {month}', change: 'Change {change}', campaigns: 'Look at the campaigns',
    narrative: 'In words', editNarrative: 'Edit the words', noNarrative: 'Nothing was written yet; counts, shares and frequent types are filled into the Word file by themselves', hotSpots: 'Hot spots', forecast: 'Forecast', measures: 'Measures', measuresHint: 'One per line, up to 20 of up to 1000 characters', manyMeasures: 'At most 20 of at most 1000 characters', noNames: 'Without names of parties', checkedAgain: 'A checked report is checked again when its words change.', saved: 'The words are saved',
    export: 'Export', exportOne: 'Export: {name}', exportText: 'Who exported, when and why goes into the access log for the auditor.', exportReason: 'Why it is exported', exportFirst: 'Say why, then download', xlsx: 'Official form (Excel)', docx: 'In words (Word)', csv: 'Data (CSV)',
    openings: {
      explain: 'Opening figures are those of the paper reports from before this register; each unit enters and signs a month once, and they change no more.', sign: 'Enter opening figures', year: 'Year', empty: 'No opening figures were signed for this year', cells: 'Cells with a number', signedBy: 'Signed by', signedAt: 'Signed at', look: '{name}, opening figures of {month}', figures: 'Opening figures',
      entry: 'Enter opening figures', howTo: 'Enter the paper report cell by cell; an empty one is 0. Rates follow by themselves.', source: 'Where they come from', sourceHint: 'Such as number and place of the paper report', checked: 'Compared with the paper report; once signed they cannot be changed', mustCheck: 'Please compare first', doSign: 'Sign', done: 'Signed: {month}; the next month can follow', whole: '0 or a whole number', cell: 'Row {row} {label} · {column}', back: 'Back to the opening figures', allZero: 'No number was entered; all of them will be signed as 0',
    },
    period: {
      length: 'Period', of: { month: 'Month', quarter: 'Quarter', half: 'Half-year', year: 'Year' }, year: 'Year', part: 'Which', nth: { month: 'Month {n}', quarter: 'Quarter {n}', half1: 'First half', half2: 'Second half' },
      sealed: 'Made of sealed reports', counted: 'Not sealed; as it is counted now', table: '{name} {period}', previous: 'Before: {period}', lastYear: 'Last year: {period}', change: 'Change (%)', explain: 'Quarters, half-years and years are made of sealed months only; without a base there is no change.',
    },
    log: { withReason: 'Report of {month} ({format}): {reason}', plain: 'Report of {month} ({format})' },
  },
}

/** What is found on rounds and comes to the desk: signs, special plans, the front desk, the weekly sheet. */
export default {
  signs: {
    record: 'Note a sign', recorded: 'The sign is noted', foundOn: 'Found on', what: 'Sign', brief: 'What was seen or heard', briefHint: 'Facts of the matter, never a label of a person', people: 'People', triggers: 'What makes it worth a look', campaign: 'Campaign',
    usual: 'Usual round', resolvedBy: 'How it was resolved on the spot', resolvedHint: 'Empty where it was not', proposed: 'Proposed level', foundBy: 'Found by', outcome: 'Outcome', open: 'Open', end: 'End', endOne: 'End the sign', how: 'How it ends',
    wordsOf: { ResolvedOnSpot: 'How it was resolved on the spot', Dismissed: 'Why it is dismissed' }, existing: 'The dispute on the ledger', existingHint: 'A dispute that is not on the ledger is registered with "Make it a dispute"', done: 'The sign has ended', empty: 'No sign fits',
    turn: 'Make it a dispute', turned: 'Now a dispute: {subject}', look: 'Open the dispute', erase: 'Erase lawfully', eraseText: 'Place, brief and words are erased for good; type, day and outcome stay counted.', eraseDone: 'Erased', erased: 'Lawfully erased ({day})',
    only: 'One alone is shown', showAll: 'Show all', applicant: 'Applicant', respondent: 'Respondent', unknownHint: 'May stay empty where it is not known', phone: 'Applicant\'s phone', where: 'Place', ownArea: 'One\'s own area if not chosen',
  },
  plans: {
    suggested: 'For: {list}', always: 'It may be activated for any dispute', checklist: 'Checklist', item: 'What', role: 'Who', within: 'Within', hours: '{n} hours', noLimit: 'No limit', contacts: 'Offices to call', unit: 'Office', duty: 'Desk', phone: 'Duty phone',
    noContacts: 'No offices were entered yet.', savedAt: 'Saved {at}', edit: 'Edit the offices', editOne: 'Offices to call: {name}', unitsOnly: 'Offices and duty phones only, no private persons.', add: 'Add an office', remove: 'Remove office no. {n}', saved: 'Saved: {name}',
    empty: 'There are no special plans', none: 'No special plan was activated.', suggestThese: 'Suggested: {list}', running: 'Running', over: 'Ended', began: '{name} activated it {at}: {reason}', ended: 'Ended {at}: {reason}', due: 'by {at}', doneBy: '{name} {at}',
    notDone: 'Not done', late: 'Late', take: 'Log as done', takeOne: 'Log as done: {name}', asSuggested: '{name} (suggested)',
  },
  level: {
    card: 'Risk level', now: 'Now', history: 'Judgements', none: 'Not judged anew since registration.', from: '{from} → {to}', kept: '{level}, unchanged', askedBy: 'asked by {name}', asked: '{name} asked on {day} for {level}: {reason}', waits: 'It waits for {tier} or above; who asked does not decide.',
    decided: '{name} on {day}, {state}: {answer}',
  },
  visits: {
    record: 'Log a visit or letter', recorded: 'Logged', kind: 'With what', source: 'From', number: 'Outside number', numberHint: 'The number of the office that sent it', receivedOn: 'Day', dueOn: 'Answer due', dueHint: 'By the local practice if left empty', visitor: 'Visitor', phone: 'Phone',
    brief: 'About what', type: 'Type of dispute, if any', answer: 'Answer', answerHint: 'Where it is closed at once', close: 'Close', closeOne: 'Close: {name}', closed: 'Closed', tell: 'Tell them', tellOne: 'Tell the office that sent it', text: 'What they are told', toldOn: 'Told on', told: 'Noted',
    feedback: 'Told on {day}: {text}', untold: 'Not told yet', late: 'Answer overdue', slip: 'Feedback slip', reveal: 'Show the phone', revealText: 'This is written to the access log: who, when and why.', phoneIs: 'Phone: {phone}', eraseText: 'Visitor, phone and all words are erased for good; that somebody came stays counted.',
    empty: 'No visit fits', office: 'Desk', who: 'Visitor and phone', import: 'Import a list', importExplain: 'A CSV file whose first line names the columns: number,receivedOn,kind,brief, and where wanted area,dueOn,type,visitor,phone. kind is Consultation, Help or Dispute. If one line is wrong, nothing is taken.',
    importSource: 'Who sent it', file: 'Choose a CSV file', try: 'Try it', take: 'Import', tried: '{n} can be imported. Nothing is imported yet.', taken: '{n} imported', bad: 'Lines with faults', badCount: '{n} faults', line: 'Line', column: 'Column', why: 'Fault',
    of: { number: 'outside number', receivedOn: 'received on', kind: 'with what', brief: 'about what', area: 'area code', dueOn: 'answer due', type: 'type of dispute', visitor: 'visitor', phone: 'phone' },
    fault: {
      empty: 'Nothing in it', column: 'No such column', duplicate: 'Twice', required: 'Missing', columns: 'Not as many cells as the first line', characters: 'Invisible characters', formula: 'Begins like a formula', length: 'Too long', date: 'A day like 2026-11-24', range: 'The day is out of range',
      word: 'No such word', code: 'No area code', order: 'Before it came', unknown: 'Unknown, or not in your area', known: 'On the log already', 'too-many': 'More than 1,000 lines',
    },
  },
  week: {
    of: '{name}: {from} to {to}', day: 'Week of', before: 'Week before', after: 'Week after', word: 'Download Word', clocks: 'Time limits', followUps: 'Follow-ups', rounds: 'Screening returns', signs: 'Open signs', tablets: 'Work waiting on tablets', over: 'Overdue', due: 'Due',
    noClocks: 'No limit ends this week', noFollowUps: 'No follow-up this week', noRounds: 'No return is due or missing', noSigns: 'No open signs', noTablets: 'Everything has arrived', pending: '{n} waiting', attention: '{n} to look at', lastSync: 'Last sync {at}',
  },
}

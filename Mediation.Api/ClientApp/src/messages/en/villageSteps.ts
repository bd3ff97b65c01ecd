/** The day's work and the steps of a matter, in a mediator's words. */
export default {
  home: {
    greeting: 'Hello, {name}', today: 'To do today', nothing: 'Nothing to do today.', begun: 'A form is not finished; go on with it here', nilDue: 'The screening return for month {month} is not filed', refused: '{n} entries were not taken; please look', moreTasks: '{n} more', all: 'My disputes ({n} open)',
    unheard: '{n} emergencies have not reached the town!', unheardHint: 'There is no network and the town does not know yet. Please phone at once.', callCentre: 'Call {centre}: {phone}',
  },
  task: { handover: 'Handed over to you', late: 'Past its limit', soon: 'Limit is near', signatures: 'Signature or seal missing', payment: 'Performance is due', followUp: 'Follow-up is due', breach: 'Not kept', returned: 'Sent back; decide again' },
  due: { over: '{days} days over', today: 'due today', in: 'in {days} days ({date})' },
  emergency: {
    title: 'Emergency', first: 'First: phone', then: 'Then: two touches tell {centre}', what: 'What is happening', more: 'A few words', who: 'Who (may stay empty)', send: 'Report now', pickFirst: 'First pick what is happening', noPhone: 'The on-call number of {centre} is not on this tablet; use the one you know.',
  },
  screening: {
    registered: 'Note: this desk registered {n} in this month; a nil return would be untrue.', title: 'Screening return {year}-{month}', signedBy: 'signed by {name}', nil: 'No dispute was found', signNil: 'Sign: nil return', some: 'Disputes were found', found: 'Found', onSpot: 'Of these settled on the spot', sign: 'Sign: {n} found', done: 'Signed and kept here; sent as soon as there is a network.',
    before: 'This month was returned before: {found} found ({at}). A new one replaces it.', why: 'Why again', needsReason: 'Say why it is filed again', tooMany: 'No more can be settled than were found',
  },
  list: { search: 'Search', searchHint: 'Name, place, words or number; two characters at least', filter: 'Show', open: 'Open', mine: 'Hosted by me', late: 'Late', unsent: 'Unsent', closed: 'Ended', all: 'All', count: '{n} disputes', empty: 'Nothing found.', more: 'Show more', isLate: 'late' },
  standing: { onDevice: 'on this tablet, to be sent', sending: 'being sent', accepted: 'received', attention: 'not taken', forwarded: 'passed on to the desk that holds it now' },
  saved: { spot: 'Done.', mediate: 'Registered.', up: 'Registered and sent up.', only: 'Registered.', emergency: 'Recorded and sent up.', step: 'Noted.' },
  noNextStep: 'There is no step for you now.', ended: 'This one has ended.', resume: 'Go on: {step}', 
  printSpot: 'Print the sheet', numberPending: 'Number to follow', dueOn: 'due {date}', withDesk: 'now with {desk}', notTaken: 'A step was not taken:', lookAtIt: 'Look at it', nextStep: 'Next step', moreSteps: 'Other steps, corrections', papers: 'Papers and printing', parties: 'Parties', facts: 'Facts', progress: 'What was done',
  timeline: 'Timeline', noTimeline: 'No entries yet.', readAt: 'last read {date}', isProtected: 'protected', toldOn: 'told of rights on {date} ({form})', notTold: 'not told of rights yet', receivedOn: 'Registered on', responsible: 'Responsible', overridden: 'Decided against the rules: {reason}',
  hostedBy: 'hosted by {name}', sessionLine: 'Session {n} ({date})', effectiveOn: 'in force from {date}', notEffective: 'Not in force: a signature or the seal is missing', visitDone: 'performed.', visitOpen: 'not fully performed.', notHere: 'This dispute is not on this tablet.', seeAbove: '{n} places above', laterFields: 'Other', filledByDefault: 'filled by default',
  fieldMissing: 'Please fill in: {field}', notYet: 'Not yet', signedOn: '{name} signed on', allTold: 'All parties were told.', pickOne: 'Pick one', nowStands: 'It says now: {value}', blank: '(empty)', graveAsk: 'Once in the record this is undone only by "Take back the last step". Go on?',
  step: {
    'accept-handover': 'Take it', 'refuse-handover': 'Refuse it', accept: 'Accept', spot: 'Settled on the spot', session: 'Record a session', agreement: 'Agreement', complete: 'Add signatures, seal', performance: 'Record performance', 'follow-up': 'Follow-up', close: 'Close', escalate: 'Send up',
    investigation: 'Investigation', notice: 'Tell of rights', stance: 'Takes part or refuses', 'risk-report': 'Report to the police noted', fail: 'No agreement', terminate: 'Terminate', withdraw: 'Application withdrawn', suspend: 'Suspend', resume: 'Resume', reject: 'Do not accept', refer: 'Refer to the organ', breach: 'Not kept',
    guardian: 'Name a guardian', 'add-party': 'Add a party', reopen: 'Reopen', correct: 'Put a mistake right', reverse: 'Take back the last step', void: 'Void',
  },
  stepHint: {
    'accept-handover': 'From then on this desk answers for it.', 'refuse-handover': 'It goes back to the sender with the reason.', accept: 'Mediation begins: both sides are told of their rights, a host is named.', spot: 'Both have agreed; all done in one go.', session: 'Who was there and how it went.', agreement: 'Spoken and written ones both count; a spoken one is noted too.', complete: 'In force when every party and the mediator signed and it is sealed.',
    performance: 'Who did what, who paid how much.', 'follow-up': 'A visit or a call; a photo is never required.', close: 'All is done; this matter ends.', escalate: 'To the town or higher; the village answers until they take it.', investigation: 'Who was asked and what was said.', notice: 'By word of mouth will do when noted.', stance: 'When a side clearly refuses, mediation stops.',
    'risk-report': 'Violence at home or harm to a child must be reported.', fail: 'They could not agree: tell them which ways remain.', terminate: 'It cannot go on: say why, and which ways remain.', withdraw: 'The applicant does not want to go on.', suspend: 'Waiting for an expert, a person or a ruling.', resume: 'It can go on.', reject: 'The law does not allow it: say why and whom to ask.', refer: 'The organ decides it; say which.',
    breach: 'What was to be kept up was not.', guardian: 'Minors and others consent through a guardian.', 'add-party': 'There is somebody else in it.', reopen: 'Ended, and mediated again with both sides\' yes.', correct: 'One fact is put right; the old and the new both stay in the record.', reverse: 'A slip: the last step is taken back, and the record shows it.', void: 'Registered by mistake or twice: void as a whole, the number is kept.',
  },
  field: {
    reason: 'Reason', note: 'More words', notices: 'How they were told of their rights', hostId: 'Host', on: 'Day', phrases: 'Everyday sentences (several)', terms: 'What was agreed', performance: 'Is it done', formSerial: 'Serial of the paper form', attendeeIds: 'Who was there', result: 'How it went', record: 'Record', place: 'Place', form: 'Form', obligations: 'Who does or pays what',
    signatures: 'Signed on paper by', mediatorSignedOn: 'Mediator signed on', sealedOn: 'Sealed on', confirmationTold: 'Told that a court can confirm it', waivesClaims: 'Somebody gave up a claim', obligationId: 'Which duty', amount: 'Amount (yuan)', evidence: 'Proof', performedOn: 'Performed on', by: 'How', performed: 'All performed?', relapse: 'Broken out again?', satisfaction: 'Satisfaction',
    interviewee: 'Who was asked', investigatedOn: 'Day', partyId: 'Which party', stance: 'Attitude', channels: 'Ways they were told', risk: 'Which risk', organ: 'To which organ', receiver: 'Receiver', from: 'From', to: 'To', receipt: 'Receipt', breachedOn: 'Day', name: 'Name', relation: 'Relation', opposedInterest: 'Opposed interest?',
    side: 'Which side', phone: 'Phone', field: 'What is wrong', new: 'It should be',
    accept: { notices: 'How both sides were told of their rights' }, fail: { note: 'What happened' }, correct: { reason: 'Why' }, reverse: { reason: 'Why' }, void: { reason: 'Why' }, reopen: { reason: 'Why' }, 'add-party': { reason: 'Why' },
  },
  option: { satisfaction: { 1: 'very dissatisfied', 2: 'dissatisfied', 3: 'so so', 4: 'satisfied', 5: 'very satisfied' } },
  need: { title: 'Still missing for this step', name: 'Name of the {side} ({who})', party: 'Name of the {side}', told: 'How {who} was told of the rights', guardian: 'Guardian of {who}', relation: 'Relation of the guardian', reason: '办理时补充' },
  duty: { line: '{debtor} to {creditor}: {act}', pay: 'payment', amountOf: '{amount} yuan', done: 'performed', noDay: 'no day fixed', debtor: 'Who', creditor: 'To whom', act: 'What (may stay empty for a payment)', amount: 'Amount (yuan)', dueOn: 'By', continuing: 'Kept up from now on', same: 'Nobody owes himself', add: 'Add one' },
  fact: { type: 'Type', risks: 'Risks', subject: 'Title', summary: 'What happened', place: 'Exact place', areaCode: 'Village', occurredOn: 'Day it happened', channel: 'How it became known', amount: 'Amount', peopleInvolved: 'People involved', name: 'name', phone: 'phone', idNumber: 'id number', address: 'address', capacity: 'age and capacity' },
  attach: { title: 'Photo, scan, file', kind: 'What is it', paper: 'Which paper', agreedBy: 'Who agreed to the recording', pick: 'Take a photo or pick a file', kept: '{n} kept on this tablet; sent when there is a network.', needsKind: 'First say what it is', needsFile: 'Take a photo or pick a file', needsYes: 'A recording needs both sides\' yes', waiting: 'Waiting to be sent', sent: 'On file' },
  command: {
    RegisterDispute: 'Registered', AcceptDispute: 'Accepted', RejectDispute: 'Not accepted', HoldSession: 'Session', ReachAgreement: 'Agreement', RecordPerformance: 'Performance', RecordFollowUp: 'Follow-up', SettleOnTheSpot: 'Settled on the spot', EscalateDispute: 'Sent up', CorrectDispute: 'Corrected', ReverseStep: 'Last step taken back', VoidDispute: 'Voided',
    CloseDispute: 'Closed', ReopenDispute: 'Reopened', GiveNotice: 'Told of rights', ChangeParties: 'Parties changed', AttachFile: 'File', AcceptHandover: 'Taken', RefuseHandover: 'Refused', FailMediation: 'No agreement', TerminateMediation: 'Terminated', WithdrawApplication: 'Withdrawn', SuspendMediation: 'Suspended', ResumeMediation: 'Resumed',
    NameGuardian: 'Guardian named', RecordInvestigation: 'Investigation', DeclareStance: 'Stance', ReportRisk: 'Reported', ReferOut: 'Referred', RecordBreach: 'Not kept', FileScreeningReturn: 'Screening return',
  },
}

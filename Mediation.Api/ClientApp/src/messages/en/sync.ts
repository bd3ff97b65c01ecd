/** What lies on the tablet, what is on its way, and what a person has to look at. */
export default {
  sync: {
    title: 'Sending', nav: 'Sending', allSent: 'All sent', waiting: '{n} to send', attention: '{n} to look at', sending: 'Sending', offline: 'No network', offlineText: 'No network. Everything is kept on this device and goes by itself when there is one.',
    signedOutText: 'Your session has ended. Everything is kept on this device and goes after you sign in again.', revokedText: 'The town has shut this device out.', troubleText: 'The last sending failed: {text}', never: 'Nothing sent yet', last: 'Last good one: {time}', now: 'Send now', working: 'Sending and receiving',
    skew: 'The clock of this device is off by {n} minutes; please check it.', notKept: 'The browser has not promised to keep the data; please connect often.',
    attentionTitle: 'To look at', attentionNone: 'Nothing to look at', waitingTitle: 'To be sent', waitingNone: 'Nothing waits', forwardedTitle: 'On another desk', filesTitle: 'Files to be sent', historyTitle: 'What this device did', historyNone: 'Nothing yet',
    forwardedText: 'While you were offline the matter went to {name}. What you recorded lies there; they decide what becomes of it.', accessLostText: 'This matter is out of your scope now. What is not sent goes to whoever has it.', heldText: 'Goes when the step before it is settled', base: 'Before:', mine: 'Mine', theirs: 'Theirs', empty: 'empty',
    conflictTitle: 'Somebody else changed “{field}” too', conflictText: 'Please choose one. Your choice and both values are kept.', keepMine: 'Take mine', keepTheirs: 'Take theirs', retry: 'Send again', retryFile: 'Send again: {name}', edit: 'Change', withdraw: 'Take back', understood: 'Understood', open: 'See the matter',
    withdrawTitle: 'Take this step back?', withdrawText: 'It will not be sent; only this device remembers it.', withdrawChain: 'The steps after it are taken back too.', withdrawReason: 'Why', needReason: 'Please give a reason', editTitle: 'Change and send', editReason: 'The server says: {text}', saveSend: 'Save and send', statute: 'By: {text}',
    export: 'Export unsent work', exportText: 'The file is encrypted; only the town opens it. Hand it over when the device breaks or there is never a network.', exportFailed: 'The first export needs a network; please try again then.', exported: 'The file is exported', device: 'Device', madeAt: 'Recorded here {time}', attempts: 'Tried {n} times', aMatter: 'A matter', aReturn: 'A screening return',
    outcome: { accepted: 'Received', withdrawn: 'Taken back', amended: 'Changed', forwarded: 'Forwarded' },
    lateTitle: 'What became of work on another desk', lateDecision: { Open: 'Not decided yet', Taken: 'Taken', SetAside: 'Set aside' },
    standing: { onDevice: 'On this device', sending: 'Being sent', accepted: 'Received', attention: 'To look at', forwarded: 'With {name}' }, fileWaits: 'Goes when the matter is registered', noNumber: 'Number to come',
    practice: { mediator: 'Trainee One', colleague: 'Trainee Two', committee: 'Some Village Mediation Committee (practice)' },
    kind: {
      RegisterDispute: 'Registration', AcceptDispute: 'Acceptance', RejectDispute: 'Rejection', AppointMediators: 'Mediators named', GiveNotice: 'Notice of rights', HoldSession: 'Session', ReachAgreement: 'Agreement', FailMediation: 'No agreement', TerminateMediation: 'Termination', WithdrawApplication: 'Withdrawal',
      SuspendMediation: 'Suspension', ResumeMediation: 'Resumption', RecordPerformance: 'Performance', RecordFollowUp: 'Follow-up', CloseDispute: 'Closure', ReopenDispute: 'Reopening', SettleOnTheSpot: 'Settlement on the spot', EscalateDispute: 'Sent up', ReturnDispute: 'Sent back', ReferOut: 'Referral', CorrectDispute: 'Correction',
      ReverseStep: 'Step taken back', VoidDispute: 'Voiding', MergeDuplicate: 'Merging', ChangeParties: 'Change of parties', AcceptHandover: 'Taken over', RefuseHandover: 'Not taken over', FileScreeningReturn: 'Screening return', AttachFile: 'File', DrawStrokes: 'Drawn signature', ReportRisk: 'Risk reported', RecordInvestigation: 'Investigation', DeclareStance: 'A party\'s word',
      NameGuardian: 'Guardian', ChangeAgents: 'Agents', RecordBreach: 'Breach', NoteLegalFact: 'Fact', ExtendClock: 'Extension', DeclareInterest: 'Ground of recusal', ChallengeMediator: 'Challenge', DecideChallenge: 'Decision on a challenge', other: 'A step',
    },
    field: {
      subject: 'Subject', summary: 'What happened', place: 'Place', occurredOn: 'Day it happened', amount: 'Amount', peopleInvolved: 'People', type: 'Type', subtype: 'Subtype', areaCode: 'Area', risks: 'Risks', status: 'Status', holder: 'Desk', responsible: 'Responsible', cases: 'Case', parties: 'Parties', handovers: 'Handovers', followUps: 'Follow-ups',
      closedOn: 'Closed on', name: 'Name', phone: 'Phone', idNumber: 'Id number', address: 'Address', contact: 'Contact', description: 'Description', notice: 'Notice', host: 'Mediator', assistants: 'Assistants', agreement: 'Agreement', sessions: 'Sessions', state: 'State of the case', terms: 'Terms', obligations: 'Obligations', note: 'Note', other: 'Content',
    },
    codes: { 'chain.broken': 'The step before it was not taken', 'removal.AccessLost': 'This matter is out of your scope now' },
  },
}

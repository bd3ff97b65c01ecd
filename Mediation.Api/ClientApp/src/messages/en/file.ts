/** A dispute on one page, its steps and their forms. */
export default {
  file: {
    title: 'Dispute file', noNumber: 'Number to come', done: 'Done: {step}', nothingToDo: '{name} deals with this matter; you can read it.',
    changed: '{field}: was "{before}", is "{after}"', changedElsewhere: 'Something else was changed; please look at the timeline.',
    sendAnyway: 'Seen, send again', suggested: 'Suggested mediators and why',
    nobodySuggested: 'No mediator of this organisation can be suggested; enter one in the registry first.', openCases: '{n} open',
    excluded: '{n} not suggested, and why', notSignedYet: 'Not signed yet', signedOn: '{name} signed on', signedEarlier: '{name}: {kind} on {day}', byGuardian: '{name} (by the guardian {guardian})', notToldYet: 'Not told yet', erased: 'Lawfully erased ({day})', yuan: '{n} yuan',
    reported: '{risk} reported to {organ} on {day}, received by', routing: 'Why here: {tier}, {target} (rules {version})',
    overridden: 'Decided otherwise: {reason}', protected: 'Protected', left: 'Left on {day}', unverified: 'Number not verified',
    group1: '{side}: {n} people, {named} on the roster', noCase: 'No case has been accepted yet.',
    withheld: 'Notes and terms are kept by {name} and not shown here; please ask that committee.', followUp: '{day} {by}:',
    noClock: 'No time limit runs now.', clockDue: 'due {day}', provisional: '(provisional: next year\'s rest days are not published)',
    clockFrom: 'From {day}, binds {binds};', noHandover: 'No handovers.', fromTo: '{from} → {to}', decided: 'decided {day}', refusedWith: 'Refused with: {note}',
    noLink: 'No look-alikes or linked matters.', mergeThis: 'Merge into this one', printView: 'Print', blanks: '{n} blanks',
    noAttachment: 'No attachments yet.', namelessFile: 'Unnamed file', open: 'Open', verify: 'Verify', entered: 'entered {at}',
    deviceTime: 'tablet\'s clock {at}', papersWithheld: 'Papers of the case are kept by {name}; please ask that committee.',
    visit: {
      performed: 'performed', notPerformed: 'not performed',
    },
    link: {
      lead: 'From a sign found on a round', visit: 'From the front desk', mergedInto: 'Merged into', duplicate: 'Merged into this one', relapseOf: 'Relapse of', relapse: 'Broke out again',
    },
    merge: {
      explain: 'This entry stops counting; the chosen one goes on.', survivor: 'Which one stays',
    },
    proof: {
      whole: 'The journal is whole: {n} rows, none changed.', broken: 'The journal does not agree from row {n}; tell the auditor.',
      erased: '{n} texts were lawfully erased.',
    },
    card: {
      plans: 'Special plans', facts: 'Facts', parties: 'Parties', cases: 'Mediation cases', papers: 'Papers', attachments: 'Attachments', clocks: 'Time limits',
      handovers: 'Handovers', links: 'Look-alikes and links', timeline: 'Timeline',
    },
    group: {
      handover: 'Handover', mediation: 'Mediation', outcome: 'Outcome', move: 'Send on', right: 'Put right, other',
    },
    reveal: {
      do: 'Show whole numbers', what: 'Which', logged: 'This is written to the access log: who, when and why.',
    },
    correct: {
      kept: 'The old value stays in the journal; figures follow.', field: 'What', new: 'New value', masked: 'Now {old}; type the whole new value',
    },
    duty: {
      debtor: 'Who owes', creditor: 'To whom', act: 'What', amount: 'Amount (yuan)', dueOn: 'Due', continuing: 'Goes on', add: 'Add an obligation',
      remove: 'Remove no. {n}',
    },
    case: {
      number: 'Number', mediators: 'Mediators', nobody: 'Nobody yet', accepted: 'Accepted', ended: 'Ended', sessions: 'Sessions', times: '{n}',
      session: 'No. {n}, {day}', effective: 'In force since', notEffective: 'Not in force: a signature or seal is missing', lacking: 'Not in force yet; still missing: {what}',
      signatureOf: 'signature of {name}', mediatorSignature: 'the mediator\'s signature', seal: 'the committee\'s seal', performed: 'Wholly performed',
      confirmation: 'Judicial confirmation', until: 'until {day}', owes: '{debtor} → {creditor}:', breached: 'Broken', owed: 'Owed',
    },
    party: {
      name: 'Name', idNumber: 'Id number', phone: 'Phone', address: 'Address', contact: 'Contact', needs: 'Needs', guardian: 'Guardian', agents: 'Agents',
      notice: 'Told of rights', stance: 'Stance', identityBasis: 'Identity', capacity: 'Capacity',
    },
    fact: {
      type: 'Type', subtype: 'Subtype', subject: 'Subject', summary: 'Summary', areaCode: 'Area code', place: 'Place', occurredOn: 'Occurred',
      receivedAt: 'Received', source: 'Source', referredBy: 'Referred by', referralNumber: 'Referral number', channel: 'Channel', peopleInvolved: 'People',
      amount: 'Amount', risks: 'Risks', responsible: 'Responsible', holder: 'Holder', dueOn: 'Due', referral: 'Referred', closedOn: 'Closed',
      voidReason: 'Voided because', status: 'Status', riskLevel: 'Level', mediators: 'Mediators', sessions: 'Sessions', parties: 'Parties',
    },
    step: {
      AssessLevel: 'Judge the level', AskLowering: 'Ask for a lower level', DecideLowering: 'Decide on a lower level', ActivatePlan: 'Activate a special plan', TakePlanStep: 'Log an item of the plan', EndPlan: 'End the plan', AcceptHandover: 'Accept the handover', RefuseHandover: 'Refuse the handover', AcceptDispute: 'Accept and name mediators',
      AppointMediators: 'Name other mediators', RejectDispute: 'Reject', GiveNotice: 'Give notice of rights', DeclareStance: 'Note a party\'s stance',
      RecordInvestigation: 'Investigation', HoldSession: 'Session', ReachAgreement: 'Agreement', SettleOnTheSpot: 'Settled on the spot',
      SuspendMediation: 'Suspend', ResumeMediation: 'Resume', FailMediation: 'Failed', TerminateMediation: 'Terminate', WithdrawApplication: 'Withdrawn',
      RecordPerformance: 'Performance', RecordBreach: 'Breach', MoveConfirmation: 'Judicial confirmation', RecordFollowUp: 'Follow-up', CloseDispute: 'Close',
      EscalateDispute: 'Send up', ReturnDispute: 'Send down', ReferOut: 'Refer to the organ', ReportRisk: 'Report a risk', NoteLegalFact: 'Note a legal fact',
      ExtendClock: 'Extend a limit', NameGuardian: 'Name a guardian', ReopenDispute: 'Reopen', ReverseStep: 'Take the last step back', VoidDispute: 'Void',
      CorrectDispute: 'Correct', MergeDuplicate: 'Merge a duplicate', AttachFile: 'Attach a file', DeclareInterest: 'A mediator\'s declaration',
      ChallengeMediator: 'A party challenges a mediator', DecideChallenge: 'Decide a challenge', ChangeParties: 'Change the parties',
      EraseTexts: 'Lawful erasure', ArchiveDossier: 'Archive',
      MarkLedger: 'Put on a ledger', AssignSponsor: 'Name the sponsor', RecordSponsorVisit: 'Record a visit', AdvanceSponsorship: 'Progress of the sponsorship', IssueCard: 'Issue a card', ReplyToCard: 'Answer the card', CancelCard: 'Take the card back', RequestExtension: 'Ask for more time',
      DecideExtension: 'Decide on the time', ListPublicly: 'List publicly', LiftListing: 'Lift the listing', ClearLedger: 'Clear from the ledger',
    },
    field: {
      level: 'Risk level', done: 'What was done', on: 'Date', note: 'Note', reason: 'Reason', hostId: 'Host', assistantIds: 'Assistants', notices: 'Notice of rights', chosenBy: 'Chosen by',
      channels: 'Ways that remain', partyId: 'Party', form: 'Form', stance: 'Stance', stanceOn: 'Said on', investigatedOn: 'Date', place: 'Place',
      interviewee: 'Interviewee', record: 'Record', attendeeIds: 'Who was there', result: 'Result', terms: 'Terms', obligations: 'Obligations',
      signatures: 'Signatures', mediatorSignedOn: 'Mediator signed on', sealedOn: 'Sealed on', writingAsked: 'A party asks for writing', confirmationTold: 'Told of judicial confirmation', performance: 'Performance', formSerial: 'Form serial',
      from: 'From', to: 'To', obligationId: 'Obligation', performedOn: 'Performed on', amount: 'Amount (yuan)', evidence: 'Evidence', breachedOn: 'Broken on',
      move: 'Move', movedOn: 'Date', applicantIds: 'Applicants', court: 'Court', caseNumber: 'Court number', ground: 'Ground', by: 'By',
      performed: 'Performed as agreed', relapse: 'It broke out again', satisfaction: 'Satisfaction', toOrganisationId: 'To', organ: 'Organ',
      receipt: 'Receipt', risk: 'Risk', reportedAt: 'Reported at', receiver: 'Receiver', fact: 'Fact', factOn: 'Date', clock: 'Limit', until: 'Until',
      agreedBy: 'Agreed by', name: 'Name', relation: 'Relation', opposedInterest: 'Opposed interest', kind: 'Kind', file: 'File', fileName: 'Name',
      pages: 'Pages', mediatorId: 'Mediator', acceptedBy: 'Accepted by', challengeId: 'Challenge', decision: 'Decision', replacementId: 'Replacement',
      action: 'Change', side: 'Side', partyKind: 'Kind', phone: 'Phone', fields: 'Which texts', ledger: 'Which ledger', leaderName: 'Sponsoring leader', leaderPost: 'Post', leaderTier: 'Tier of the leader', unit: 'Responsible unit', person: 'Responsible person', acceptedOn: 'Accepted on', sponsorDueOn: 'To be resolved by', plan: 'Plan', visitedOn: 'Visited on',
      stage: 'Stage', sponsorResult: 'What came of it', confirmedBy: 'Confirmed by', cardKind: 'Kind of card', opinion: 'Opinion', replyDueOn: 'Answer due', reply: 'Answer', workdays: 'Working days asked for', grantedWorkdays: 'Working days granted', listingNumber: 'Number of the listing',
      proof: 'Proof', approvedAbove: 'Office above and its paper',
    },
    hint: {
      level: 'By the rules if left empty; a lower level is asked for apart', on: 'Today if left empty', stanceOn: 'Today if left empty', investigatedOn: 'Today if left empty', performedOn: 'Today if left empty',
      breachedOn: 'Today if left empty', movedOn: 'Today if left empty', satisfaction: '1 to 5, may stay empty',
      acceptedOn: 'Today if left empty', visitedOn: 'Today if left empty', plan: 'A plan of its own for each matter', confirmedBy: 'Name and post of the leader', workdays: 'Counted from the end of the limit', grantedWorkdays: 'Those asked for if left empty', proof: 'Files that the handler attached to the matter; what is in them stays there', approvedAbove: 'What the district handled itself is cleared by the office above',
      toOrganisationId: 'The next higher centre if left empty', pages: 'Only where they cannot be counted',
    },
    text: {
      subject: 'Subject', summary: 'Summary', place: 'Place', record: 'Records', terms: 'Terms', evidence: 'Evidence', note: 'Notes',
      party: 'All about {name}',
    },
    dossier: {
      title: 'Dossier', archived: 'Archived on {day}', due: 'To be archived by {day}', why: 'Why it is missing', term: 'Keep for',
      exportReason: 'What for (logged)', export: 'Export all',
    },
  },
}

import steps from './villageSteps'

/** The village tablet: the day's work, registering, the steps of a matter. */
export default {
  village: {
    nav: { home: 'Home', register: 'Register', disputes: 'My disputes', screening: 'Screening', month: 'Monthly report' },
    register: 'Register a dispute', startAgain: 'Clear and start again', addParty: 'Add a party', stillNeeds: 'Still needed: {list}', listComma: ', ', draftKept: 'Draft kept on this tablet', notKept: 'Not kept: {why}',
    whatType: 'What is it about?', hardToSay: 'Hard to say', moreTypes: 'More types', partyA: 'Side A (who brings it)', partyB: 'Side B (the other side)',
    name: 'Name', organisationName: 'Name of the organisation', describe: 'How to recognise them', describeHint: 'For example: middle-aged man in red, the lorry driver', moreOfParty: 'Phone, id and so on', canWait: 'can wait',
    kind: 'Person or organisation', phone: 'Phone', phoneOdd: 'This hardly looks like a phone number; it is kept all the same', idNumber: 'Id number', organisationCode: 'Unified social credit code', address: 'Address', household: 'Village of the household', capacity: 'Age and capacity',
    protected: 'Protected: phone and address stay hidden from the other side', formSerial: 'Serial of the paper form', formSerialHint: 'Only when a pre-numbered sheet was used',
    idFault: { length: 'Not 18 characters; kept as unverified', characters: 'Characters that do not belong; kept as unverified', region: 'No such region; kept as unverified', 'birth-date': 'No such birth date; kept as unverified', 'check-digit': 'The check digit is wrong; look at the card again. Kept as unverified' },
    safetyQuestion: 'Is there any danger here?', noDanger: 'No danger', dangerHint: 'Safety first; if need be call the police before anything else:', call110: 'Call 110',
    outcome: {
      title: 'What now?', spot: 'Settled on the spot', spotHint: 'Both agreed, all done in one go', mediate: 'Needs mediation', mediateHint: 'Register now, mediate now or later', up: 'Send up to the town', upHint: 'Too much for the village, or a party asks', only: 'Only register', onlyHint: 'Note it, decide later',
    },
    spot: { agreed: 'What did they agree?', ownWords: 'Or in your own words', done: 'Is it done?', Immediate: 'Done or paid at once', Continuing: 'Kept up from now on', sheet: 'A paper sheet was used' },
    voice: {
      title: 'Voice memo', agreed: 'Both sides agree to a recording', start: 'Record', again: 'Record again', stop: 'Stop ({seconds} s)', listen: 'Listen', refused: 'No microphone, or its use was not allowed', terms: '协议内容见当场录音。', name: '当场协议录音',
    },
    up: { why: 'Why does it go to {desk}?', note: 'More words (may stay empty)' },
    routing: {
      title: 'Whose matter', later: 'Shown once type and safety are answered', here: 'Stays in the village, you mediate.', up: 'By the rules it goes to {desk}.', organ: 'This belongs to the organ that decides it; no committee may mediate it. Register it, then refer it.', why: 'Why',
      offer: 'Also possible:', version: 'Rules {version}', keep: 'Mediate it here all the same', keepWhy: 'Why does it stay here?',
    },
    details: { title: 'Other facts (filled by default)', summary: 'What happened', place: 'Exact place', area: 'In which village', occurredOn: 'Day it happened', channel: 'How it became known', source: 'Source', referredBy: 'Sent by', amount: 'Amount (yuan)', people: 'People involved' },
    lack: {
      type: 'the type', typeHint: 'Pick a type; if unclear pick "Hard to say"', party: 'name or unknown', partyHint: 'Give a name, or tick "Unknown"', safety: 'the safety question', safetyHint: 'Pick "No danger" or what the danger is', outcome: 'what now', outcomeHint: 'Pick one',
      bothNames: 'both names', bothNamesHint: 'Settling on the spot needs both names', writing: 'a written agreement', writingHint: 'By law this type needs a written agreement; pick "Needs mediation"', terms: 'what was agreed', termsHint: 'Pick, write or speak a sentence',
      performance: 'whether it is done', performanceHint: 'Pick one', upReason: 'the reason', upReasonHint: 'Pick one', keepReason: 'why it stays here', keepReasonHint: 'Pick one',
    },
    ...steps,
  },
}

/** Return A of the justice bureau, indicators, subsidies, and exports that are written in the background. */
export default {
  reporting: {
    tab: { returns: 'Justice filing', justice: 'Justice return', indicators: 'Indicators', subsidies: 'Subsidies', exports: 'Exports' },
    item: {
      1: 'Cases in all', 2: 'Parties', 3: 'Settled', 4: 'Difficult cases', 5: 'Agreed sums (10,000 yuan)', 6: 'Village committees', 7: 'Residents’ committees', 8: 'Town committees', 9: 'Subdistrict committees', 10: 'Enterprise committees', 11: 'Social and other committees',
      12: 'On own initiative', 13: 'On application', 14: 'Referred', 15: 'By courts', 16: 'By procuratorates', 17: 'By the police', 18: 'By petition offices', 19: 'By others', 38: 'Oral agreements', 39: 'Written agreements', 40: 'Performed', 41: 'Judicial confirmation applied for', 42: 'Confirmed as valid',
    },
    group: { total: 'In all', kind: 'By committee', source: 'By source', type: 'By type', form: 'Agreements' },
    now: 'Now', before: 'Year until then', year: 'Year to date',
    returnOf: '{name}, justice return of {month}', justiceOf: '{name}, justice return {period}', back: 'Back to the justice filing', chase: 'Who has filed the justice return',
    cutOff: 'Cut-off {cutOff} (it does not move for rest days)', explain: 'A case counts in the month in which it was concluded, successful or not. Sealed months never change; what comes later is a correction. Quarters, half-years and years are made of sealed months only.', remind: 'At the district the justice bureau checks and seals it.',
    drill: '{number} {label}', drillCorrection: '{number} {label} (correction)', drillHint: 'A number leads to its cases', xlsx: 'Return (Excel)',
    indicator: {
      name: 'Indicator', formula: 'Formula', numerator: 'Numerator', denominator: 'Denominator', percent: 'Result (%)', notScored: 'Not scored', explain: 'Without a denominator it is not scored; percentages half up to two decimals. The denominator leads to its disputes.', slogan: 'Small matters stay in the village, hard ones in the town, big ones in the district', of: '{n} / {d}', drill: '{name}: {n} / {d}', part: 'Numerator {n}, denominator {d}',
      none: 'Nothing in this period', roundsAt: 'Screening returns are looked at under Screening', toRounds: 'Look at the returns',
    },
    subsidy: {
      explain: 'For matters whose closing stands in a sealed report, performed and complete on paper; each is paid once.', empty: 'No closing stands in the sealed reports of this month', matter: 'Matter', unit: 'Committee', mediator: 'Mediator', kind: 'Rate', amount: 'Amount (yuan)', state: 'Payment', due: 'Due', notDue: 'Not due: {why}', paidAt: 'Paid {at}, {by}', pay: 'Note as paid', payOne: 'Note as paid: {name}', payText: '{amount} yuan ({kind}). It cannot be changed afterwards, and the matter is not paid again.', done: 'Noted: {amount} yuan', note: 'Note', noteHint: 'Such as batch or voucher; not needed',
      alike: '{n} matters of the same parties in the same week; please compare', alikeOne: 'No. {n}', sum: 'Shown here: {due} yuan due, {paid} yuan paid', type: '{type} ({area})',
    },
    export: {
      ask: 'New export', asked: 'Asked for; it is being written', toJobs: 'Look at the exports', title: 'Export to a file', explain: 'The file is written in the background. Its cut-off is the moment of asking: what is registered later is not in it, what changed later says so in the last column. Names of parties are masked. Who exported, when and why goes into the access log for the auditor.', mine: 'These are your own exports; nobody else sees your files.', empty: 'No exports yet',
      kind: 'What', format: 'Format', state: 'Progress', reason: 'Why it is exported', cutOff: 'Cut-off', file: 'File', fetch: 'Download', expires: 'Kept until {at}', expired: 'No longer kept', failed: 'Not completed: {why}', progress: '{done} / {total}', progressOf: 'Progress of {name}', size: '{n} KB', period: 'Period', book: 'Book', cleared: 'Cleared ones', filters: 'With the filters of the ledger page', doAsk: 'Ask for it', button: 'Export', updated: 'Completed: {name}', refused: 'Not completed: {name}', searched: 'with search words',
    },
    log: { job: 'Asked for an export ({what}, {format}, {area}): {reason}', download: 'Fetched an export ({what}, {format}) {name}: {reason}', justice: 'Justice return {period} ({format}): {reason}' },
  },
}

/** Screening at a desk: rounds, campaigns, leads, the front desk. */
export default {
  rounds: {
    tab: { rounds: 'Rounds and returns', campaigns: 'Campaigns', signs: 'Signs', plans: 'Special plans', desk: 'Front desk', week: 'Weekly sheet' },
    byTown: 'Returns by town', sum: 'Missing {missing}, due {due}, late {filedLate}, on time {filed}', count: { missing: 'Missing', due: 'Due', filedLate: 'Late', filed: 'On time' },
    committee: 'Committee', round: 'Round', found: 'Found', onSpot: 'Settled at once', nil: 'Nil return', chases: 'Reminders', chase: 'Remind', enter: 'Enter the return', noRounds: 'No round is due in this time',
    chased: 'Reminded: {name}', chaseOne: 'Remind: {name}', noteHint: 'Without names; they read it on their first page', entered: 'Entered: {name}', enterOne: 'Screening return: {name}', nilHint: '0 where nothing was found: a nil return', signNil: 'Sign the nil return',
    replace: 'Replace', replaceOne: 'Replace the return: {name}', replaced: 'Replaced: {name}', why: 'Why it is replaced', signedBy: 'Signed by', leader: 'Led by', households: 'Households', grids: 'Grids', workers: 'People',
    name: 'Name', kind: 'Kind', where: 'Area', when: 'Time', cadence: 'How often', asUsual: 'As usual', sensitive: 'Sensitive time', sensitiveHint: 'Spring Festival, the two sessions, elections, the time when wages are paid: returns as often as then', launchedBy: 'Launched by',
    launch: 'Launch a campaign', launched: 'Launched: {name}', noCampaigns: 'No campaigns', end: 'End it early', endOne: 'End early: {name}', endText: 'The day before its first one calls it off; it then counts in no report.', lastDay: 'Last day', endDone: 'Ended',
    state: { calledOff: 'Called off', ended: 'Ended early', ahead: 'Ahead', over: 'Over', runs: 'Running' },
  },
}

/** The centre: triage, ledger, overview and monthly report. */
export default {
  desk: {
    choose: 'Choose', area: 'Town', village: 'Village', wholeArea: 'All of {name}', wholeTown: 'The whole town', type: 'Type', level: 'Risk level',
    status: 'Status', due: 'Due', late: 'Late', matter: 'Matter', responsible: 'Responsible', actions: 'Steps', holderIs: 'Now with {name}',
    shownMore: '{n} shown, there are more', shownAll: '{n} in all', nothingFits: 'Nothing fits these filters', received: 'Received', parties: 'Parties',
    mediator: 'Mediator', from: 'From', to: 'To', tier: 'Tier', open: 'Open', month: 'Month', comma: ', ', semicolon: '; ', aside: ' ({text})',
    named: '{name}: {text}',
    live: {
      live: 'Live', polling: 'Refreshed every 30 s',
    },
    lane: {
      Waiting: 'Waiting', Late: 'Late', Red: 'Red', Unassigned: 'Unassigned', Returned: 'Returned',
    },
    triage: {
      lanes: 'Lanes', keys: 'Keys', inQueue: 'Find in the queue', searchHint: 'Name, subject, organisation', selected: '{n} selected', handOut: 'Hand out',
      clear: 'Clear', pick: 'Select', pickOne: 'Select {subject}', take: 'Take', acceptCase: 'Accept', accepted: 'Taken: {subject}',
      empty: 'Nothing in this lane now', emptyAll: 'Nothing is waiting for you now',
    },
    key: {
      down: 'Next matter', up: 'Previous matter', open: 'Open', accept: 'Take or accept', select: 'Select or deselect', handOut: 'Hand out what is selected',
      search: 'Find', clear: 'Clear the selection', help: 'Show the keys',
    },
    bulk: {
      title: 'Hand out {n} matters', how: 'To', toOrganisation: 'Another organisation', toMediator: 'A mediator of this organisation',
      mediator: 'Hosting mediator', mediatorLoad: '{name} ({n} open)', organisation: 'Receiving organisation', upReason: 'Reason for sending up',
      downReason: 'Reason for sending down', each: 'Each is handled on its own; one refusal stops no other.', sum: '{done} done, {failed} refused',
      done: 'Done', failed: 'Refused', nowAt: 'It was taken over and lies with {name} now; it is not handed out yet', again: 'Try the refused again',
    },
    ledger: {
      search: 'Search', q: 'Name, subject, number', overdue: 'Only late ones', sort: 'Order', holder: 'Holder', reset: 'Clear filters',
      sorts: {
        received: 'Latest first', due: 'Due first',
      },
    },
    overview: {
      openByTier: 'Open by tier', openByType: 'Open by type', openByLevel: 'Open by level', ratios: 'Settled where they arise', monthToDate: 'This month',
      year: 'This year', late: 'Late share', lateOf: '{n} late of {all} open', noBase: 'No figures yet', trend: '14 months', registered: 'Registered',
      concluded: 'Concluded', succeeded: 'Succeeded', openAtEnd: 'Open at month\'s end', asTable: 'As a table', asChart: 'As a chart', count: 'Matters',
      share: 'Share', of: '{n}/{all}',
      ratio: {
        inVillage: 'In village', inTown: 'In town', inDistrict: 'In district',
      },
    },
    report: {
      tab: { month: 'Month', shares: 'Shares' }, percent: 'Share (%)', dayThatCounts: 'By the day of', dividedBy: 'Divided by', sharesOf: '{n} matters and their shares', on: { Registered: 'Registration', Occurred: 'The event' }, by: { Type: 'Type', Source: 'Source', Tier: 'Tier', Outcome: 'Outcome' },
      unit: 'Unit', preview: 'Preview', checksFailed: '{n} checks failed; the seal is blocked until they are put right',
      checksPassed: 'All {n} checks passed', checks: 'Checks', passed: 'Passed', failed: 'Failed', rows: 'Figures', number: 'No.', item: 'Item',
      district: 'District', town: 'Town', village: 'Village', subtotal: 'Subtotal', yearToDate: 'Year to date', memo: 'Memo lines', stock: 'Stock and flow',
      xlsx: 'Download Excel', csv: 'Download CSV', drill: 'Row {row} {label} · {column}', drillCount: 'Cell {cell}, {n} listed', previous: 'Previous month',
      next: 'Next month', definition: 'Definition {version}', showPassed: 'Show those that passed',
      stockLine: {
        carriedOver: 'Carried over', received: 'Received', movedIn: 'Moved in', reopened: 'Reopened', resolved: 'Resolved', movedOut: 'Moved out',
        lawfullyEnded: 'Lawfully ended', openAtEnd: 'Open at end',
      },
    },
  },
}

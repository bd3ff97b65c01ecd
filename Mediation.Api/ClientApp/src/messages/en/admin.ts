/** Registry, paper sheets and administration. */
export default {
  admin: {
    saved: 'Saved: {name}', areaCode: 'Area code (12 digits)',
    home: {
      devices: {
        title: 'Tablets', text: 'Silent, wrong clock, unsent work; revoke a lost one',
      },
      late: {
        title: 'Late submissions', text: 'Offline steps on matters that had moved on',
      },
      exports: {
        title: 'Encrypted exports', text: 'Unsent work left by a tablet; opened with a reason',
      },
      accounts: {
        title: 'Accounts', text: 'Make, change, block',
      },
      areas: {
        title: 'Areas', text: 'Import and look up',
      },
      calendar: {
        title: 'Work calendar', text: 'Rest days, make-up workdays, reckon a limit',
      },
      rules: {
        title: 'Routing rules', text: 'Versions and a try-it form',
      },
      'access-log': {
        title: 'Access log', text: 'Who saw what and when',
      },
    },
    mediator: {
      add: 'Add a mediator', edit: 'Change {name}', q: 'Name', name: 'Name', organisation: 'Organisation', status: 'Status', expertise: 'Expertise',
      load: 'Open cases', loadOf: '{n} / {all}', available: 'Only with room', employment: 'Employment', grade: 'Grade', termFrom: 'Term from',
      termTo: 'Term to', certificateNumber: 'Certificate', certificateTo: 'Certificate until', capacity: 'Capacity', languages: 'Languages',
      empty: 'No mediator fits',
    },
    organisation: {
      title: 'Organisations', add: 'Add an organisation', edit: 'Change {name}', q: 'Name', name: 'Name', kind: 'Kind', shortName: 'Short name',
      shortNameHint: 'Unique in the district', phone: 'On-call phone', term: 'Term until', types: 'Types', dissolvedOn: 'Dissolved on',
      dissolved: 'Dissolved on {day}', empty: 'No organisation fits',
    },
    paper: {
      explain: 'Type in the village\'s paper sheets, each in the name of the mediator who did it.', done: 'Entered: {subject} ({status})',
      look: 'Open the file', whose: 'Whose sheet', performedBy: 'Done by', what: 'The dispute', receivedHint: 'The day it occurred if left empty',
      unknownHint: 'Leave empty if unknown', phoneOf: 'Phone of {side}', outcome: 'Outcome', spot: 'Settled on the spot', registerOnly: 'Register only',
      save: 'Save, next sheet',
    },
    account: {
      add: 'New account', edit: 'Change {name}', userName: 'User name', displayName: 'Name', roles: 'Roles', mediator: 'Mediator', password: 'Password',
      passwordKept: 'Unchanged if left empty', passwordRule: 'At least 8 characters (12 for an administrator), of three kinds', blocked: 'Blocked', working: 'In use', block: 'Block', unblock: 'Unblock',
    },
    area: {
      import: 'Import',
      explain: 'A CSV file; its first line names code,name,parent,level and optionally validFrom,validTo,successor,sample. One bad line and none is taken.',
      file: 'CSV file', done: '{imported} new, {updated} updated', bad: 'Lines with faults', badCount: '{n} faults', line: 'Line', column: 'Column',
      why: 'Fault', name: 'Name', valid: 'Valid', sample: 'sample', empty: 'No area fits',
      of: {
        code: 'code', name: 'name', parent: 'code of the parent', level: 'level', validFrom: 'first day', validTo: 'last day', successor: 'successor', sample: 'sample',
        row: 'whole line',
      },
      fault: {
        duplicate: 'There twice', required: 'Missing', invalid: 'Not valid', mismatch: 'Does not fit the code', malformed: 'The line is malformed',
        control: 'Holds control characters', length: 'Too long', missing: 'Parent not on the list', 'not-prefix': 'Does not begin with its parent\'s code',
        self: 'Cannot be itself', unknown: 'Not on the list', 'before-start': 'Before its start',
      },
    },
    calendar: {
      enter: 'Enter a year\'s notice', explain: 'As the State Council\'s notice of the year tells.', year: 'Year', off: 'Rest days', work: 'Make-up workdays',
      hint: 'Such as 2027-01-01, apart by commas or lines', wrong: 'No day of that year: {days}', source: 'Source', save: 'Save', done: '{year} saved',
      reckon: 'Reckon a limit', amount: 'Amount', unit: 'Unit', ask: 'Reckon', published: 'Published years',
      yearOf: '{year}: {off} rest days, {work} make-up workdays',
    },
    rule: {
      versions: 'Versions', newVersion: 'New version', from: 'from {day}', rules: 'Rules {version}', if: 'If', then: 'Then', why: 'Why', always: 'Otherwise',
      offer: 'Offer', local: 'Local rule', try: 'Try', answer: 'Proposal: {tier}, {target}', household: 'Household of {side}',
      explain: 'Written from the version shown. One in force never changes; a new one follows it.', version: 'Version', effectiveFrom: 'In force from',
      text: 'Text (JSON)', check: 'Check only', checked: 'It would be taken; nothing is saved yet.', noJson: 'This is no JSON: {where}', wrong: 'Faulty: {where}',
      state: {
        Past: 'Past', InForce: 'In force', Future: 'Future',
      },
      when: {
        types: 'Type', notTypes: 'Type not', subtypes: 'Subtype', notSubtypes: 'Subtype not', anyRisk: 'Any risk', minLevel: 'Level at least',
        minPeople: 'People at least', minAmount: 'Amount at least (yuan)', minFailedAttempts: 'Failed attempts', fromTier: 'Now at',
        requestedTier: 'Requested tier', sectorRequested: 'A sector committee is asked for', areaLevel: 'Place known to', partiesSpan: 'Households span',
        referredBy: 'Referred by', overdue: 'Overdue',
      },
    },
    device: {
      explain: 'Updated at each contact. A revoked tablet is wiped at its next contact, after it left its unsent work for the town.', name: 'Tablet',
      signs: 'Standing', contact: 'Last contact', sync: 'Last sync', pending: 'Unsent', attention: 'Attention', fine: 'Fine', revoke: 'Revoke',
      revokeOne: 'Revoke {name}', revokeText: 'This cannot be undone. At its next contact the stores of all its accounts are wiped.', done: 'Revoked: {name}',
      empty: 'No tablets yet',
      sign: {
        revoked: 'Revoked', silent: 'Silent for {n} days', skew: 'Clock off by {minutes} min', attention: 'Needs attention', storage: 'Storage not granted',
      },
    },
    late: {
      explain: 'Done offline on a matter that had come to your desk: take it and enter it yourself, or set it aside with a reason. Both sides are told.',
      empty: 'No late submissions', file: 'Open the matter', received: 'received {at}', erased: 'Its words were lawfully erased', take: 'Take',
      setAside: 'Set aside', enter: 'Enter it in the file',
      decision: {
        Taken: 'Taken', SetAside: 'Set aside',
      },
      done: {
        Taken: 'Taken; please enter the step in the dispute\'s file, which is filled in for you.', SetAside: 'Set aside.',
      },
      text: {
        Taken: 'Then enter the step in the dispute\'s file; it counts once.', SetAside: 'It is left alone; its author sees the reason.',
      },
    },
    export: {
      explain: 'Unsent work that a tablet left; only its town can open it.', carried: 'Open a file carried here', noFile: 'This is no export file',
      content: 'Content', whose: 'Whose', made: 'Made', opened: 'Opened', open: 'Open', openOne: 'Open {name}', empty: 'No exports',
    },
    log: {
      what: 'What', dispute: 'Dispute id', at: 'At', who: 'Who',
      empty: 'Nothing fits', badId: 'Please give the whole id',
      of: {
        export: 'Export of tablet {device}: {reason}', device: 'Tablet {device}', changes: '{n} disputes pulled', stroke: 'Handwritten signature', attachment: 'Attachment',
        dossier: 'Dossier', dossierFor: 'Dossier: {reason}', revealed: '{fields}: {reason}',
      },
      kind: {
        Read: 'Read', Reveal: 'Whole numbers shown', Export: 'Export', Paper: 'Paper made', Device: 'Copied to a tablet',
      },
    },
  },
}

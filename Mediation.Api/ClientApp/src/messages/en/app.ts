/** The frame around every page, and words that all pages share. */
export default {
  app: { stop: '. ', colon: ': ', name: 'Dispute mediation', slogan: 'Small matters settled in the village, hard ones in the town, big ones in the district', language: 'Language', menu: 'Menu', signOut: 'Sign out', skip: 'Skip to content', notFound: 'There is no such page', home: 'Back to the first page', newVersion: 'A new version is here; unsent work is kept', update: 'Update now' },
  common: {
    save: 'Save', cancel: 'Cancel', back: 'Back', next: 'Next', close: 'Close', edit: 'Change', remove: 'Remove', add: 'Add', search: 'Search', more: 'More', all: 'All', none: 'None',
    yes: 'Yes', no: 'No', unknown: 'Unknown', required: 'Required', retry: 'Try again', loading: 'Reading', empty: 'Nothing here yet', reason: 'Reason', note: 'Note', confirm: 'OK', refresh: 'Refresh', details: 'Details', download: 'Download', print: 'Print', date: 'Date',
  },
  problem: { offline: 'No network now; try again later', generic: 'It did not work: {title}', forbidden: 'Your role does not allow this', notFound: 'Not found, or out of your scope', stale: 'Somebody has just changed it; please look at the present state', signedOut: 'Your session has ended; please sign in again' },
  refusal: {
    withDay: '{sentence} ({day})',
    field: {
      required: 'Please fill in', long: 'Too long', range: 'Out of range', twice: 'There twice', unknown: 'There is no such thing',
      kind: 'Not of the expected kind', characters: 'Characters that are not allowed, or a wrong length', wrong: 'This is not right',
      passwordShort: 'Too short: at least 8 characters, 12 for an administrator', passwordKinds: 'At least three of: capitals, small letters, digits, others',
      passwordName: 'It must not contain the user name', offAndWorked: 'A day is off or worked, not both', nothingOff: 'Without days off there are none to make up for',
    },
  },
}

/** The centre's entries in the navigation; the words of its pages are in `desk`, `file`, `admin` and `refusals` and come with them. */
export default {
  centre: { nav: { triage: 'Triage', ledger: 'Ledger', paperEntry: 'Paper sheets', screening: 'Screening', supervision: 'Supervision', overview: 'Overview', reports: 'Monthly report', assessment: 'Assessment', registry: 'Registry', admin: 'Administration' } },
}

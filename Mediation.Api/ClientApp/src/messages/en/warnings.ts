/** What the server points out without refusing, by its code; its own sentences are Chinese. */
export default {
  warnings: {
    'id.length': 'The number is not as long as it should be; kept as unverified', 'id.characters': 'The number holds a character that it cannot have; kept as unverified', 'id.region': 'The number begins with no known region; kept as unverified',
    'id.birth-date': 'The number holds no real date of birth; kept as unverified', 'id.check-digit': 'The check digit does not fit; kept as unverified', 'phone.implausible': 'This does not look like a phone number; please check it',
    'date.ahead': 'The date lies ahead of the server\'s clock; please check the clock of the device', 'agreement.not-effective': 'A signature or the seal is missing: the written agreement has no effect yet (People\'s Mediation Law 29)',
    'agreement.writing-advised': 'An oral agreement is valid; where it is not performed at once or is complicated, writing it down is advised', 'guardian.missing': 'A minor or a person of limited capacity needs a guardian first (Civil Code 27, 28)',
    'guardian.relation-untold': 'Say how the guardian is related before an agreement is reached', 'guardian.name-on-other-side': 'The guardian bears the name of a party on the other side; please check (Civil Code 35)',
    'group.many-representatives': 'Representatives are as a rule no more than five; please check', 'group.few-workers': 'Fewer than ten workers send no representatives (Labour Dispute Mediation and Arbitration Law 7)', 'people.below-head-count': 'Fewer people than the sides have together; please correct it',
    'invitees.consent-untold': 'Others are invited with the parties\' consent; please record it (People\'s Mediation Law 20)', 'challenge.open': 'A challenge is not decided: no session and no agreement until then', 'relapse.unlinked': 'The follow-up found it broken out again: register the new dispute and link it to this one',
    'risk.report-duty': 'Report to the police or another organ at once (Anti-Domestic Violence Law 14, Minors Protection Law 11); before that no agreement and no closing', 'risk.civil-parts-only': 'Only the civil parts may be mediated, in place of no protection and no penalty; the victim\'s address and phone stay from the other side',
    'committee.size': 'A committee has three to nine members (People\'s Mediation Law 8)', 'committee.no-woman': 'A committee has at least one woman (People\'s Mediation Law 8)', 'committee.term-expired': 'The term has run out; it goes on until the next one is elected (People\'s Mediation Law 9)',
    'mediator.term-expired': 'The term has run out; the mediator goes on until a successor is there', 'mediator.certificate-expired': 'The certificate has run out',
  },
}

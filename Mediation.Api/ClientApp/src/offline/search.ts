import { store } from './state'
import type { Dispute, LocalDispute } from './types'

/** As the server searches: compatibility forms folded, lower case, nothing invisible, any white space one space. */
export const normalise = (text: string | null | undefined): string =>
  (text ?? '').normalize('NFKC').replace(/\p{Cf}/gu, '').replace(/[\s\p{Cc}]+/gu, ' ').trim().toLowerCase()

/** Runs of two letters or digits and more: a character that stands alone is no term. */
export const terms = (text: string): string[] =>
  normalise(text).split(/[^\p{L}\p{N}\p{Mn}\p{Mc}\p{Co}]+/u).filter(term => [...term].length > 1)

const documents = new WeakMap<Dispute, string>()

function documentOf(dispute: Dispute): string {
  const known = documents.get(dispute)
  if (known !== undefined) return known
  const made = [
    dispute.subject, dispute.summary, dispute.place, dispute.areaName,
    ...dispute.parties.flatMap(party => [party.name, party.description, party.contact]),
    ...dispute.cases.flatMap(one => [one.number, one.agreement?.terms, one.agreement?.number]),
  ].map(normalise).join('\n')
  documents.set(dispute, made)
  return made
}

/** Over all that is on the device, newest first. */
export function search(text: string): LocalDispute[] {
  const wanted = terms(text)
  const all = [...store.disputes.value.values()]
  const found = wanted.length === 0 ? all : all.filter(one => {
    const document = documentOf(one.view)
    return wanted.every(term => document.includes(term))
  })
  return found.sort((a, b) => (a.view.receivedAt < b.view.receivedAt ? 1 : -1))
}

import type { Dispute } from '@/api/types'
import type { Bilingual } from '../kit'

export type Values = Record<string, unknown>
export type FieldKind = 'choice' | 'choices' | 'text' | 'long' | 'date' | 'amount' | 'yesno' | 'party' | 'parties' | 'notices' | 'mediator' | 'obligation' | 'obligations' | 'signatures'
  | 'fact' | 'phrases' | 'newValue'

/** One thing that a step asks; what may be empty says so by not being required. */
export interface Field {
  name: string
  kind: FieldKind
  /** The list of the reference whose words are offered. */
  list?: string
  options?: (dispute: Dispute, values: Values) => string[]
  phrases?: (dispute: Dispute) => Bilingual[]
  /** Which parties are offered; default all that are present. */
  parties?: (dispute: Dispute) => Dispute['parties']
  required?: boolean
  when?: (values: Values, dispute: Dispute) => boolean
  /** Behind "more": has a default or is rarely needed. */
  later?: boolean
}

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

export const shownFields = (fields: readonly Field[], values: Values, dispute: Dispute): Field[] => fields.filter(field => field.when?.(values, dispute) ?? true)

/** The names of required fields that are still empty. */
export const emptyFields = (fields: readonly Field[], values: Values, dispute: Dispute): string[] =>
  shownFields(fields, values, dispute).filter(field => field.required && isEmpty(values[field.name])).map(field => field.name)

/** The body of plain fields: what is empty or hidden is left out. */
export function plainBody(fields: readonly Field[], values: Values, dispute: Dispute): Values {
  const body: Values = {}
  for (const field of shownFields(fields, values, dispute)) {
    const value = values[field.name]
    const text = typeof value === 'string' ? value.trim() : value
    if (!isEmpty(text) && field.kind !== 'phrases') body[field.name] = text
  }
  return body
}

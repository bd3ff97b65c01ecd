import { compact } from './text'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
// GB/T 2260 provinces; 81, 82, 83 are the permits. Abolished counties stay valid, so no more than two digits count.
const regions = new Set('11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '))

export type Fault = 'length' | 'characters' | 'region' | 'birth-date' | 'check-digit'

/** As a card or certificate prints it: half-width, no spaces, capitals. */
export const normalNumber = (text: string): string => compact(text).toUpperCase()

function isDay(digits: string, today: string): boolean {
  const date = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`
  const day = new Date(`${date}T00:00:00Z`)
  return Number(digits.slice(0, 4)) > 0 && !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === date && date <= today
}

/** What is wrong with a normalised resident id (GB 11643); worth a warning, never a refusal. */
export function residentIdFault(number: string, today: string): Fault | null {
  if (number.length !== 18) return 'length'
  if (!/^[0-9]{17}[0-9X]$/.test(number)) return 'characters'
  if (!regions.has(number.slice(0, 2))) return 'region'
  if (!isDay(number.slice(6, 14), today)) return 'birth-date'
  const sum = weights.reduce((all, weight, at) => all + weight * Number(number[at]), 0)
  return '10X98765432'[sum % 11] === number[17] ? null : 'check-digit'
}

// The standard leaves out I, O, S, V and Z, which are mistaken for digits and for each other.
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const codeWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** What is wrong with a normalised unified social credit code (GB 32100). */
export function organisationCodeFault(code: string): Fault | null {
  if (code.length !== 18) return 'length'
  if (![...code].every(char => alphabet.includes(char))) return 'characters'
  const sum = codeWeights.reduce((all, weight, at) => all + weight * alphabet.indexOf(code[at]!), 0)
  return alphabet[(31 - sum % 31) % 31] === code[17] ? null : 'check-digit'
}

const mobile = /^1[3-9][0-9]{9}$/
const landline = /^0[0-9]{2,3}-?[0-9]{7,8}$/

/** Half-width, no spaces or brackets, no country code; a mobile without hyphens. */
export function normalPhone(text: string): string {
  const plain = compact(text).replace(/[\u2010-\u2015\u2212]/g, '-').replace(/^(?:\+|00)86-?|^86(?=1[3-9][0-9]{9}$)/, '')
  const bare = plain.replaceAll('-', '')
  return mobile.test(bare) ? bare : plain.replace(/^\((0[0-9]{2,3})\)-?/, '$1-')
}

export const isPlausiblePhone = (number: string): boolean => mobile.test(number) || landline.test(number)

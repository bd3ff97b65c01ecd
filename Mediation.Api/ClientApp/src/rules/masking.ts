import { compoundSurnames, placeWords } from '@/messages/zh-CN/grammar'
import { isPlausiblePhone, normalNumber, normalPhone } from './people'

function tail(text: string): string {
  const chars = [...text]
  const kept = Math.min(2, Math.floor(chars.length / 3))
  return '*'.repeat(chars.length - kept) + chars.slice(chars.length - kept).join('')
}

/** The surname stays; how long the given name is does not. */
export function maskName(name: string): string {
  const trimmed = name.trim()
  if (trimmed === '') return ''
  // Two characters alone are a one-character surname and a given name.
  const compound = trimmed.length > 2 && compoundSurnames.has(trimmed.slice(0, 2))
  return `${compound ? trimmed.slice(0, 2) : [...trimmed][0]}*`
}

export function maskPhone(phone: string): string {
  const number = normalPhone(phone)
  return isPlausiblePhone(number) ? `${number.slice(0, 3)}****${number.slice(-4)}` : tail(number)
}

/** So that the birthday never shows; any other certificate keeps two characters, a third at most. */
export function maskIdNumber(number: string): string {
  const normal = normalNumber(number)
  return /^[0-9]{17}[0-9X]$/.test(normal) ? `${normal.slice(0, 3)}***********${normal.slice(-4)}` : tail(normal)
}

/** Down to the village or community; house numbers and everything after the first figure never show. */
export function maskAddress(address: string): string {
  const place = address.trim()
  const figure = place.search(/\p{Nd}/u)
  const before = figure < 0 ? place : place.slice(0, figure)
  const last = [...before.matchAll(placeWords)].at(-1)
  const end = last === undefined ? 0 : last.index + last[0].length
  return end === place.length ? place : `${place.slice(0, end)}***`
}

// Full-width figures count too; people write 138 1234 5678 and 340803 19900101 001X.
const personal = new RegExp(
  '(?<!\\p{Nd})(?:\\p{Nd}{6}[ -]?\\p{Nd}{8}[ -]?\\p{Nd}{3}[\\p{Nd}Xx\\uFF38\\uFF58]|\\p{Nd}{15,}|'
  + '(?:[+\\uFF0B]?[8\\uFF18][6\\uFF16][ -]?)?[1\\uFF11][3-9\\uFF13-\\uFF19]\\p{Nd}[ -]?\\p{Nd}{4}[ -]?\\p{Nd}{4})(?!\\p{Nd})', 'gu')

/** Text with every number in it masked that looks like a resident id, a bank card or a mobile. */
export const maskFreeText = (text: string): string => text.replace(personal, found => {
  const number = normalNumber(found.replaceAll('-', ''))
  return number.length < 15 ? maskPhone(number) : maskIdNumber(number)
})

/** A data address as a blob; the page's policy lets nobody fetch one. */
export function blobOf(address: string): Blob {
  const comma = address.indexOf(',')
  const bytes = Uint8Array.from(atob(address.slice(comma + 1)), char => char.charCodeAt(0))
  return new Blob([bytes], { type: address.slice(5, comma).replace(/;base64$/, '') })
}

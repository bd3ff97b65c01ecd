/** What a paper says, by the names of the server's templates; what is null a pen writes. */
export interface Content { [name: string]: string | null | boolean | Content[] }
export type Segment = { text: string } | { blank: number }
export type Block =
  | { kind: 'title' | 'center' | 'right' | 'text'; line: Segment[] }
  | { kind: 'rules'; count: number }
  | { kind: 'table'; framed: boolean; rows: { span: number; lines: Segment[][] }[][] }

const find = (name: string, scopes: readonly Content[]): Content[string] | undefined => {
  for (let at = scopes.length - 1; at >= 0; at--) if (name in scopes[at]!) return scopes[at]![name]
  return undefined
}
const holds = (value: Content[string] | undefined): boolean => (Array.isArray(value) ? value.length > 0 : !!value)
const scopesOf = (value: Content[string] | undefined, scopes: readonly Content[]): Content[][] =>
  Array.isArray(value) ? value.map(item => [...scopes, item]) : holds(value) ? [[...scopes]] : []

/** A text with its placeholders filled; a section inside it is repeated, or left out. */
function segments(text: string, scopes: readonly Content[]): Segment[] {
  const open = /\{\{([#^])(\w+)\}\}/.exec(text)
  if (open) {
    const close = `{{/${open[2]}}}`
    const end = text.indexOf(close, open.index)
    const inner = text.slice(open.index + open[0].length, end)
    const value = find(open[2]!, scopes)
    const times = open[1] === '^' ? (holds(value) ? [] : [[...scopes]]) : scopesOf(value, scopes)
    return [...segments(text.slice(0, open.index), scopes), ...times.flatMap(one => segments(inner, one)), ...segments(text.slice(end + close.length), scopes)]
  }
  const out: Segment[] = []
  let from = 0
  for (const hit of text.matchAll(/\{\{(\w+)(?::(\d+))?\}\}/g)) {
    if (hit.index > from) out.push({ text: text.slice(from, hit.index) })
    const value = find(hit[1]!, scopes)
    out.push(typeof value === 'string' && value !== '' ? { text: value } : { blank: Number(hit[2] ?? 6) })
    from = hit.index + hit[0].length
  }
  if (from < text.length) out.push({ text: text.slice(from) })
  return out
}

const span = /^<(\d+)>/

function row(line: string, scopes: readonly Content[]): { span: number; lines: Segment[][] }[][] {
  const mark = line[0]!
  // A row that opens a list in its first cell and closes it in its last is a row for each.
  const listed = new RegExp(`^\\${mark}\\{\\{#(\\w+)\\}\\}(.*)\\{\\{/\\1\\}\\}$`, 's').exec(line)
  if (listed && listed[2]!.includes(mark)) return scopesOf(find(listed[1]!, scopes), scopes).flatMap(one => row(mark + listed[2]!, one))
  return [line.slice(1).split(mark).map(cell => ({
    span: Number(span.exec(cell)?.[1] ?? 1),
    lines: cell.replace(span, '').split('\u21b5').map(part => segments(part, scopes)).filter(part => part.length > 0),
  }))]
}

/** The blocks of a form: one line of the form is one paragraph, one row, or the edge of a section. */
export function fill(form: string, scopes: Content[], first = true): Block[] {
  const lines = form.split('\n')
  const blocks: Block[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    const section = /^\{\{([#^])(\w+)\}\}$/.exec(line)
    if (section) {
      const end = lines.indexOf(`{{/${section[2]}}}`, at)
      const inner = lines.slice(at + 1, end).join('\n')
      const value = find(section[2]!, scopes)
      const times = section[1] === '^' ? (holds(value) ? [] : [scopes]) : scopesOf(value, scopes)
      for (const one of times) blocks.push(...fill(inner, one, false))
      at = end
    } else if (line.startsWith('|') || line.startsWith('\u00a6')) {
      const last = blocks.at(-1)
      const framed = line[0] === '|'
      if (last?.kind === 'table' && last.framed === framed && lines[at - 1] !== '~') last.rows.push(...row(line, scopes))
      else blocks.push({ kind: 'table', framed, rows: row(line, scopes) })
    } else if (line.startsWith('___')) blocks.push({ kind: 'rules', count: Number(line.slice(3)) })
    else if (line.startsWith('# ')) blocks.push({ kind: 'center', line: segments(line.slice(2), scopes) })
    else if (line.startsWith('> ')) blocks.push({ kind: 'right', line: segments(line.slice(2), scopes) })
    else if (line !== '~') {
      // Room at the end of a line is room for a pen.
      const room = /\u3000{4,}$/.exec(line)?.[0].length ?? (/^\d\uff0e$/.test(line) ? 24 : 0)
      const told = segments(line.replace(/\u3000+$/, ''), scopes)
      blocks.push({ kind: first && at === 0 ? 'title' : 'text', line: room > 0 ? [...told, { blank: Math.min(room, 24) }] : told })
    }
  }
  return blocks
}

import { i18n } from '@/messages'
import { listed } from '../common/text'
import { label } from '../common/words'

const forms: [RegExp, (found: string[]) => string][] = [
  [/^export of device ([0-9a-f-]+), account [0-9a-f-]+: (.*)$/s, ([, device, reason]) => say('export', { device, reason })],
  [/^device ([0-9a-f-]+)$/, ([, device]) => say('device', { device })],
  [/^changes: (\d+) disputes$/, ([, n]) => say('changes', { n })],
  [/^stroke [0-9a-f-]+$/, () => say('stroke')],
  [/^attachment [0-9a-f-]+$/, () => say('attachment')],
  [/^dossier of case [0-9a-f-]+: (.*)$/s, ([, reason]) => say('dossierFor', { reason })],
  [/^dossier of case [0-9a-f-]+, drawn by [0-9a-f-]+$/, () => say('dossier')],
  [/^monthly report (\d{4}-\d{2}) (\w+): (.*)$/s, ([, month, format, reason]) => i18n.global.t('filing.log.withReason', { month, format, reason })],
  [/^monthly report (\d{4}-\d{2}) (\w+)$/, ([, month, format]) => i18n.global.t('filing.log.plain', { month, format })],
  [/^justice return (\S+) (\w+): (.*)$/s, ([, period, format, reason]) => i18n.global.t('reporting.log.justice', { period, format, reason })],
  [/^export job (\w+) (\S+) (\w+) (\d+): (.*)$/s, ([, kind, part, format, area, reason]) => i18n.global.t('reporting.log.job', { what: exported(kind, part), format, area, reason })],
  [/^download (\w+) (\S+) (\w+) (\S+): (.*)$/s, ([, kind, part, format, name, reason]) => i18n.global.t('reporting.log.download', { what: exported(kind, part), format, name, reason })],
  [/^([A-Za-z0-9.,-]+): (.*)$/s, ([, fields = '', reason]) => say('revealed', { fields: listed([...new Set(fields.split(',').map(fieldName))]), reason })],
]

const say = (key: string, values: Record<string, unknown> = {}): string => i18n.global.t(`admin.log.of.${key}`, values)

const exported = (kind: string | undefined, part: string | undefined): string =>
  [label('ExportKind', kind), part === '-' ? '' : label('LedgerBook', part)].filter(Boolean).join(' ')

function fieldName(path: string): string {
  const key = `file.party.${path.split('.').at(-1)}`
  return i18n.global.te(key) ? i18n.global.t(key) : path
}

/** A line of the access log as an auditor reads it; what has no known form is shown as it was written. */
export function detailWords(detail: string | null | undefined): string {
  for (const [form, words] of forms) {
    const found = form.exec(detail ?? '')
    if (found !== null) return words(found)
  }
  return detail ?? ''
}

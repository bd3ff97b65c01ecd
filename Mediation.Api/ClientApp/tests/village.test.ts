import { describe, expect, test } from 'vitest'
import { emptyIntake, factsOf, lacking, registerBody, termsOf, defaultSubject, type IntakeDraft } from '../src/village/intake/model'
import { fill, type Block, type Content } from '../src/village/print/template'
import { monthOf, periodDue, stillOwed } from '../src/village/periods'
import { reasonFor } from '../src/village/intake/reasons'
import { emptyFields, plainBody, type Field } from '../src/village/steps/fields'
import { amountInWords, chineseDay } from '../src/messages/zh-CN/grammar'
import type { Dispute } from '../src/api/types'

const village = '340803100204'

function spot(): IntakeDraft {
  const draft = emptyIntake(village)
  Object.assign(draft, { type: 'Neighbor', safety: 'none', outcome: 'spot', phrases: ['\u63e1\u624b\u8a00\u548c'], performance: 'Immediate' })
  draft.parties[0]!.name = ' A '
  draft.parties[1]!.name = 'B'
  return draft
}

describe('registering', () => {
  test('an untouched form lacks the first screen and no more', () => {
    expect(lacking(emptyIntake(village), false)).toEqual(['type', 'party0', 'party1', 'safety', 'outcome'])
  })

  test('a name unknown is an answer, but not for a settlement at the table', () => {
    const draft = spot()
    draft.parties[1] = { ...draft.parties[1]!, name: '', unknown: true }
    expect(lacking(draft, false)).toEqual(['bothNames'])
    draft.outcome = 'only'
    expect(lacking(draft, false)).toEqual([])
  })

  test('what the law wants in writing is not settled by word of mouth', () => {
    expect(lacking({ ...spot(), type: 'OtherLabor' }, false)).toEqual(['writing'])
  })

  test('a mark of danger without a danger is no answer', () => {
    expect(lacking({ ...spot(), safety: 'marked' }, false)).toEqual(['safety'])
  })

  test('a voice memo stands for the words of an agreement', () => {
    const draft = { ...spot(), phrases: [], voice: true }
    expect(lacking(draft, false)).toEqual([])
    expect(registerBody(draft, { receivedAt: '2026-11-24T00:00:00Z', spokenTerms: 'spoken' })).toMatchObject({ settlement: { terms: 'spoken' } })
  })

  test('keeping against the rules wants a phrase', () => {
    const draft: IntakeDraft = { ...spot(), outcome: 'mediate', keep: true }
    expect(lacking(draft, true)).toEqual(['keepReason'])
    expect(lacking(draft, false)).toEqual([])
  })

  test('the body holds what was told, and leaves defaults to the server', () => {
    const draft = spot()
    expect(registerBody(draft, { receivedAt: '2026-11-24T00:00:00Z', spokenTerms: '' })).toEqual({
      type: 'Neighbor', areaCode: village, risks: [], occurredOn: draft.occurredOn, receivedAt: '2026-11-24T00:00:00Z', source: 'PartyApplication', channel: 'WalkIn',
      parties: [
        { id: draft.parties[0]!.id, side: 'Applicant', kind: 'Person', name: 'A', identityBasis: 'KnownToMediator' },
        { id: draft.parties[1]!.id, side: 'Respondent', kind: 'Person', name: 'B', identityBasis: 'KnownToMediator' },
      ],
      settlement: { terms: '\u63e1\u624b\u8a00\u548c', performance: 'Immediate' },
    })
  })

  test('picked and typed words are one text', () => {
    expect(termsOf({ ...spot(), terms: ' more ' })).toBe('\u63e1\u624b\u8a00\u548c\nmore')
  })

  test('two people are the least, and more parties are more', () => {
    expect(factsOf(spot()).peopleInvolved).toBe(2)
    expect(factsOf({ ...spot(), people: 12 }).peopleInvolved).toBe(12)
  })

  test('the subject is cut to its column', () => {
    expect(defaultSubject(spot(), 'X').startsWith('A')).toBe(true)
    const draft = spot()
    draft.parties[0]!.name = 'x'.repeat(80)
    expect(defaultSubject(draft, 'X')).toHaveLength(50)
  })

  test.each([['cross-village', 'CrossVillage'], ['sector-people', 'SectorCompetence'], ['medical', 'SectorCompetence'], ['death-or-serious-injury', 'DeathOrSeriousInjury'], ['red-town', 'RedLevel'], ['something-new', 'CrossDepartment']])('rule %s goes up for %s', (rule, reason) => {
    expect(reasonFor(rule, 'Green')).toBe(reason)
  })
})

describe('screening periods', () => {
  test('until the fifth the month before is asked', () => {
    expect(periodDue('2026-12-05')).toEqual({ from: '2026-11-01', to: '2026-11-30' })
    expect(periodDue('2026-12-06')).toEqual({ from: '2026-12-01', to: '2026-12-31' })
    expect(periodDue('2026-01-03')).toEqual({ from: '2025-12-01', to: '2025-12-31' })
    expect(monthOf('2028-02-10').to).toBe('2028-02-29')
  })

  test('what the server said is owed until it is filed here; a new month is owed before the server says so', () => {
    const october = { from: '2026-10-01', to: '2026-10-31', campaign: null, dueOn: '2026-11-03', reminders: ['请补报'] }
    const festival = { from: '2026-11-09', to: '2026-11-15', campaign: { id: 'c', name: 'C' }, dueOn: '2026-11-16', reminders: [] }
    const starts = (all: { from: string }[]): string[] => all.map(one => one.from)
    expect(starts(stillOwed([festival, october], '2026-11-16', [], '2026-11-16'))).toEqual(['2026-10-01', '2026-11-09'])
    expect(starts(stillOwed([festival, october], '2026-11-16', ['2026-10-01', 'c 2026-11-09'], '2026-11-16'))).toEqual([])
    expect(starts(stillOwed([october], '2026-11-16', [], '2026-12-09'))).toEqual(['2026-10-01', '2026-12-01'])
    expect(starts(stillOwed([], '', [], '2026-11-16'))).toEqual(['2026-11-01'])
  })
})

describe('fields of a step', () => {
  const fields: Field[] = [{ name: 'reason', kind: 'choice', required: true }, { name: 'note', kind: 'long' }, { name: 'only', kind: 'text', required: true, when: values => values.reason === 'x' }]
  const dispute = {} as Dispute
  test('what is hidden is neither asked nor sent', () => {
    expect(emptyFields(fields, {}, dispute)).toEqual(['reason'])
    expect(emptyFields(fields, { reason: 'x' }, dispute)).toEqual(['only'])
    expect(plainBody(fields, { reason: 'y', note: '  ', only: 'left over' }, dispute)).toEqual({ reason: 'y' })
  })
})

describe('papers', () => {
  const content: Content = { name: 'A', none: null, yes: true, list: [{ index: '1', name: 'inner' }, { index: '2', name: null }] }
  const texts = (blocks: Block[]): string[] => blocks.map(block => ('line' in block ? block.line.map(part => ('text' in part ? part.text : `_${part.blank}`)).join('') : block.kind))

  test('a known word is printed, an unknown one leaves room', () => {
    expect(texts(fill('{{name}} and {{none:4}}', [content]))).toEqual(['A and _4'])
  })
  test('sections repeat, and what is absent has its own words', () => {
    expect(texts(fill('t\n{{#list}}\n{{index}} {{name}}\n{{/list}}\n{{^none}}\n___3\n{{/none}}\n{{#yes}}y{{/yes}}', [content]))).toEqual(['t', '1 inner', '2 _6', 'rules', 'y'])
  })
  test('a row that opens a list in its first cell is a row for each', () => {
    const [table] = fill('|{{#list}}{{index}}|<2>{{name}}{{/list}}', [content])
    expect(table).toMatchObject({ kind: 'table', framed: true, rows: [[{ span: 1 }, { span: 2 }], [{ span: 1 }, { span: 2 }]] })
  })
  test('every form is whole: what it opens it closes', async () => {
    const forms = Object.assign({}, ...(await Promise.all([import('../src/messages/zh-CN/paperForms'), import('../src/messages/zh-CN/paperFormsAgreed'), import('../src/messages/zh-CN/paperFormsLater')])).map(one => one.default)) as Record<string, string>
    expect(Object.keys(forms)).toHaveLength(24)
    for (const [kind, form] of Object.entries(forms)) {
      const printed = texts(fill(form, [{}])).join('\n')
      expect(printed, kind).not.toContain('{{')
      expect(form.match(/\{\{[#^]\w+\}\}/g)?.length ?? 0, kind).toBe(form.match(/\{\{\/\w+\}\}/g)?.length ?? 0)
    }
  })
  test('amounts in words and days as papers write them', () => {
    expect(amountInWords(1234.5)).toBe('\u4eba\u6c11\u5e01\u58f9\u4edf\u8d30\u4f70\u53c1\u62fe\u8086\u5143\u4f0d\u89d2')
    expect(amountInWords(100_005)).toBe('\u4eba\u6c11\u5e01\u58f9\u62fe\u4e07\u96f6\u4f0d\u5143\u6574')
    expect(chineseDay('2026-11-03')).toBe('2026\u5e7411\u67083\u65e5')
    expect(chineseDay(null)).toBeNull()
  })
})

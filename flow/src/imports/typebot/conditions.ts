import type { Rule, Test } from '../branches.ts'
import { decideBetween } from '../branches.ts'
import { cutTo, objectAt, objectsAt, type Raw, textAt } from '../read.ts'
import type { Block } from './graph.ts'
import type { Work } from './work.ts'
import { about, filled } from './work.ts'

type Operator = Test['comparison']['operator']

/** How each of its comparisons is made here; `not` for those that are the contrary of one. */
const operators: Readonly<Record<string, [Operator, 'not'?]>> = {
  'Equal to': ['equals'],
  'Not equal': ['not_equals'],
  Contains: ['contains'],
  'Does not contain': ['contains', 'not'],
  'Greater than': ['greater_than'],
  'Less than': ['less_than'],
  'Greater or equal to': ['less_than', 'not'],
  'Less or equal to': ['greater_than', 'not'],
  'Is set': ['is_set'],
  'Is empty': ['is_not_set'],
  'Starts with': ['starts_with'],
  'Ends with': ['matches'],
  'Matches regex': ['matches'],
  'Does not match regex': ['matches', 'not'],
}

const literally = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, (sign) => `\\${sign}`)

/** `/words/i` as the pattern that it holds. */
const patternIn = (written: string): string => {
  const [, inner, flags] = /^\/(.*)\/([a-z]*)$/s.exec(written) ?? []
  return inner === undefined ? written : `${flags?.includes('i') ? '(?i)' : ''}${inner}`
}

const testOf = (work: Work, block: Block, own: string, comparison: Raw): Test => {
  const name = work.names.byId(textAt(comparison, 'variableId'))
  const by = textAt(comparison, 'comparisonOperator')
  const [operator, not] = (Object.hasOwn(operators, by) ? operators[by] : undefined) ?? []
  const written = textAt(comparison, 'value')
  if (name === undefined || operator === undefined || (by === 'Ends with' && written.includes('{{'))) {
    work.steps.tell('compared', own, about(block), `${by} ${written}`.trim())
    // Without a value, so that the flow is not published before somebody has looked at it.
    return { comparison: { variable: name ?? 'message.text', operator: 'equals' } }
  }
  if (operator === 'is_set' || operator === 'is_not_set') return { comparison: { variable: name, operator } }
  const text = by === 'Ends with' ? `${literally(written)}$` : operator === 'matches' ? patternIn(written) : filled(work, block, own, written)
  return { comparison: { variable: name, operator, ...(written !== '' && { value: cutTo(text, 1000) }) }, ...(not && { not: true }) }
}

/** The steps of a condition: each of its items goes its way, what none of them holds for goes on. */
export const decide = (work: Work, block: Block, own: string): void => {
  const { graph, steps, stepFor } = work
  const rules = objectsAt(block.raw, 'items').flatMap((item): Rule[] => {
    const content = objectAt(item, 'content')
    const tests = objectsAt(content, 'comparisons')
      .slice(0, 20)
      .map((comparison) => testOf(work, block, own, comparison))
    if (tests.length === 0) {
      steps.tell('compared', own, about(block))
      return []
    }
    return [{ groups: textAt(content, 'logicalOperator') === 'OR' ? tests.map((test) => [test]) : [tests], to: stepFor(graph.afterItem(block, item)) }]
  })
  const otherwise = stepFor(graph.after(block))
  // The first of the steps stands at the place that others lead to already.
  const first = decideBetween(steps, rules, otherwise, '')
  if (first === null || first === otherwise || rules.length === 0)
    steps.put(own, { type: 'condition', all: [{ variable: 'message.text', operator: 'equals' }], then: otherwise, otherwise })
  else steps.move(first, own)
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemsIn } from '../index.ts'
import { flow, textOnly } from '../../test/world.ts'

type Nodes = Parameters<typeof flow>[0]
const person = { type: 'transfer_to_agent' as const }
const message = (next: string | null, text = 'Hola') => ({ type: 'message' as const, text, next })
const option = (id: string, label: string, next: string | null = 'person') => ({ id, label, next })
const menu = (more: object = {}) => ({
  type: 'menu' as const,
  text: '¿Qué?',
  options: [option('a', 'A')],
  timeout: { seconds: 60, next: 'person' },
  onInvalid: 'person',
  ...more,
})
const input = (more: object = {}) => ({
  type: 'input' as const,
  text: '¿Nombre?',
  expect: 'text' as const,
  saveAs: 'name',
  timeout: { seconds: 60, next: 'person' },
  next: 'person',
  ...more,
})
const condition = (comparison: object) => ({ type: 'condition' as const, all: [comparison as never], then: 'person', otherwise: 'person' })

const cases: [string, Nodes, string[], Parameters<typeof flow>[1]?][] = [
  ['a good flow', { a: menu(), person }, []],
  ['no steps at all', {}, ['no_steps'], { start: 'begin' }],
  ['a start that does not exist', { person }, ['start_missing', 'unreachable', 'no_person'], { start: 'x' }],
  ['a way out that leads to no step', { a: message('x'), person }, ['next_missing', 'unreachable', 'no_person']],
  ['an always-on word that leads to no step', { a: message('person'), person }, ['next_missing'], { always: { humanNode: 'x' } }],
  ['a step that nothing leads to', { a: message('person'), person, b: message('person') }, ['unreachable']],
  ['a step that only the error branch leads to', { a: message('person'), person, b: message('person') }, [], { onError: 'b' }],
  ['a loop without a wait', { a: message('b'), b: { type: 'go_to', node: 'a' } }, ['loop_without_wait', 'no_person']],
  ['a loop through a question', { a: menu({ options: [option('b', 'B', 'b')] }), b: message('a'), person }, []],
  ['a loop through time-outs', { a: menu({ timeout: { seconds: 60, next: 'b' } }), b: message('a'), person }, ['loop_without_answer']],
  ['a step without text', { a: message('person', ' '), person }, ['text_missing']],
  ['an unknown variable', { a: message('person', '{{nmae}} {{contact.name}}'), person }, ['variable_unknown']],
  ['a variable that a step sets', { a: input({ next: 'b' }), b: message('person', '{{name}}'), person }, []],
  ['a variable that a menu sets', { a: menu({ saveAs: 't', options: [option('b', 'B', 'b')] }), b: message('person', '{{t}} {{t.id}}'), person }, []],
  ['a variable of the product', { a: input({ saveAs: 'contact.name' }), person }, ['variable_reserved']],
  ['options with the same id', { a: menu({ options: [option('a', 'A'), option('a', 'B')] }), person }, ['option_id_repeated']],
  ['options that read the same', { a: menu({ options: [option('a', 'Día'), option('b', 'dia')] }), person }, ['option_label_repeated']],
  ['an option that leads nowhere', { a: menu({ options: [option('a', 'A', null)] }), person }, ['option_leads_nowhere']],
  ['four forced buttons', { a: menu({ style: 'buttons', options: ['a', 'b', 'c', 'd'].map((id) => option(id, id)) }), person }, ['options_over_limit']],
  ['a label that is too long for a forced button', { a: menu({ style: 'buttons', options: [option('a', 'Hablar con una persona')] }), person }, ['over_limit']],
  ['the same label where the channel decides', { a: menu({ options: [option('a', 'Hablar con una persona')] }), person }, []],
  [
    'a description that is too long for a list',
    { a: menu({ style: 'list', options: [{ ...option('a', 'A'), description: 'x'.repeat(73) }] }), person },
    ['over_limit'],
  ],
  ['a question without a time-out', { a: input({ timeout: undefined }), person }, ['timeout_missing']],
  ['a question after which the flow ends', { a: input({ next: null }), person }, ['answer_lost']],
  ['the same of a flow that others go into', { a: input({ next: null }), person }, [], { triggers: [] }],
  ['the same where the contact keeps the answer', { a: input({ next: null, saveToContact: 'name' }), person }, []],
  ['no way to a person', { a: message(null) }, ['no_person']],
  ['a word that calls a person', { a: message(null) }, [], { always: { human: ['humano'] } }],
  ['a word that stands for two things', { a: message('person'), person }, ['word_twice'], { always: { restart: ['Menú'], stop: ['menu'] } }],
  ['a text that nobody reads to the end', { a: message('person', 'x'.repeat(701)), person }, ['text_long']],
  ['bounds that nothing meets', { a: input({ min: 5, max: 1 }), person }, ['range_empty']],
  ['hours that end before they begin', { a: input({ expect: 'time', hours: { from: '20:00', to: '08:00' } }), person }, ['range_empty']],
  ['the words of a time', { a: input({ expect: 'date', saveAs: 'when', next: 'b' }), b: message('person', '{{when.text}}'), person }, []],
  ['a pattern that cannot be read', { a: input({ pattern: '(' }), person }, ['pattern_invalid']],
  ['a comparison with nothing', { a: condition({ variable: 'contact.name', operator: 'equals' }), person }, ['value_missing']],
  [
    'a condition on a pattern that cannot be read',
    { a: condition({ variable: 'contact.name', operator: 'matches', value: '(' }), person },
    ['pattern_invalid'],
  ],
]
for (const [what, nodes, codes, more] of cases)
  test(`${what}: ${codes.join(', ') || 'nothing to say'}`, () =>
    assert.deepEqual(
      problemsIn(flow(nodes, more), null, (pattern) => pattern !== '(').map((problem) => problem.code),
      codes.map((code) => `flow.${code}`),
    ))

test('a forced style is held against the channel it is for', () => {
  const [problem] = problemsIn(flow({ a: menu({ style: 'buttons' }), person }), textOnly)
  assert.deepEqual([problem?.severity, problem?.code, problem?.nodeId], ['warning', 'flow.style_not_offered', 'a'])
})

test('errors come before warnings and name their step', () => {
  const problems = problemsIn(flow({ a: input({ timeout: undefined }), person, b: message('x') }))
  assert.deepEqual(
    problems.map(({ severity, nodeId }) => [severity, nodeId]),
    [
      ['error', 'b'],
      ['error', 'b'],
      ['warning', 'a'],
    ],
  )
})

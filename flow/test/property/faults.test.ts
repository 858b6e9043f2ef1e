import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { errorsIn, soundFlows, withValue } from './flows.ts'
import type { FlowDefinition, FlowNode } from '../../src/definition.ts'
import { FlowDefinition as Definition } from '../../src/definition.ts'
import { behaviourOf } from '../../src/steps/behaviours.ts'

/** Every kind of fault, put into random flows that have none: it is told, and of the step that has it. */

/** Where the fault is put in: at the start, before everything else. */
const place = 'faulty'
const withStep = (definition: FlowDefinition, node: object): FlowDefinition => {
  const opening = definition.nodes['opening'] as Extract<FlowNode, { type: 'variable' }>
  const put = withValue(withValue(definition, ['nodes', 'opening', 'next'], place), ['nodes', place], node)
  const [way] = behaviourOf(put.nodes[place]!).outputs(put.nodes[place]!)
  return Definition.parse(way ? withValue(put, ['nodes', place, ...way.path], opening.next) : put)
}

const numRuns = 6
const told = (
  name: string,
  code: string,
  spoil: (definition: FlowDefinition, pick: number) => { definition: FlowDefinition; at: string | null } | null,
): void => {
  void test(name, () => {
    fc.assert(
      fc.property(soundFlows, fc.nat(), (sound, pick) => {
        const spoilt = spoil(sound, pick)
        fc.pre(spoilt !== null)
        const errors = errorsIn(spoilt.definition)
        assert.ok(
          errors.some((error) => error.code === `flow.${code}` && error.nodeId === spoilt.at),
          `${code} at ${spoilt.at}, not ${JSON.stringify(errors)}`,
        )
      }),
      { numRuns },
    )
  })
}
const picked = <Each>(list: readonly Each[], pick: number): Each | null => list[pick % Math.max(list.length, 1)] ?? null

describe('faults of the whole', () => {
  told('a start that is not there', 'start_missing', (definition) => ({ definition: { ...definition, start: 'nowhere' }, at: null }))
  told('an error branch that leads nowhere', 'next_missing', (definition) => ({ definition: { ...definition, onError: 'nowhere' }, at: null }))
  told('a word for a person that leads nowhere', 'next_missing', (definition) => ({
    definition: { ...definition, always: { ...definition.always, humanNode: 'nowhere' } },
    at: null,
  }))
  told('a step to which nothing leads', 'unreachable', (definition) => ({
    definition: withValue(definition, ['nodes', 'island'], { type: 'message', text: 'Hola', next: null }),
    at: 'island',
  }))
  told('a way out of any step that leads nowhere', 'next_missing', (definition, pick) => {
    const ways = Object.entries(definition.nodes).flatMap(([id, node]) =>
      behaviourOf(node)
        .outputs(node)
        .map(({ path }) => ({ id, path })),
    )
    const way = picked(ways, pick)
    return way && { definition: withValue(definition, ['nodes', way.id, ...way.path], 'nowhere'), at: way.id }
  })
  told('a step that goes round by itself', 'loop_without_wait', (definition, pick) => {
    const ways = Object.entries(definition.nodes).flatMap(([id, node]) =>
      behaviourOf(node)
        .outputs(node)
        .flatMap(({ path, after }) => (after === 'nothing' ? [{ id, path }] : [])),
    )
    const way = picked(ways, pick)
    return way && { definition: withValue(definition, ['nodes', way.id, ...way.path], way.id), at: way.id }
  })
  told('a choice of which every way ends the flow', 'leads_nowhere', (definition, pick) => {
    const choices = Object.entries(definition.nodes).flatMap(([id, node]) => {
      const ways = behaviourOf(node)
        .outputs(node)
        .filter(({ after }) => after === 'nothing')
      return ways.length > 1 ? [{ id, ways }] : []
    })
    const choice = picked(choices, pick)
    return choice && { definition: choice.ways.reduce((whole, { path }) => withValue(whole, ['nodes', choice.id, ...path], null), definition), at: choice.id }
  })
  told('a variable that nothing sets, in the text of any step', 'variable_unknown', (definition, pick) => {
    const saying = Object.entries(definition.nodes).flatMap(([each, node]) => ('text' in node && behaviourOf(node).texts !== undefined ? [each] : []))
    const id = picked(saying, pick)
    return id === null ? null : { definition: withValue(definition, ['nodes', id, 'text'], 'Hola {{nobody}}'), at: id }
  })
  told('a name that the product keeps for itself', 'variable_reserved', (definition, pick) => {
    const id = picked(
      Object.keys(definition.nodes).filter((each) => 'saveAs' in definition.nodes[each]!),
      pick,
    )
    return id === null ? null : { definition: withValue(definition, ['nodes', id, 'saveAs'], 'contact.name'), at: id }
  })
})

const option = (id: string, label: string) => ({ id, label, words: [], next: null })
const compared = (more: object) => ({ variable: 'name', operator: 'equals', value: 'Ana', ...more })
const asked = { text: '¿?', expect: 'text', saveAs: 'name', next: null }

const steps: [name: string, code: string, node: object][] = [
  ['a message that says nothing', 'text_missing', { type: 'message', text: ' ', next: null }],
  ['a message with something left to write', 'placeholder_left', { type: 'message', text: 'Estamos en [[dirección]].', next: null }],
  ['a button whose link is none', 'link_invalid', { type: 'message', text: 'Hola', link: { label: 'Ver', url: 'nada' }, next: null }],
  ['a menu with two options of one id', 'option_id_repeated', { type: 'menu', text: '¿?', options: [option('a', 'Uno'), option('a', 'Dos')] }],
  ['a menu with two options that read alike', 'option_label_repeated', { type: 'menu', text: '¿?', options: [option('a', 'Uno'), option('b', 'UNO')] }],
  ['a menu with an option without a name', 'text_missing', { type: 'menu', text: '¿?', options: [option('a', ' '), option('b', 'Dos')] }],
  ['a menu with an id that a button would lose', 'option_id_blank', { type: 'menu', text: '¿?', options: [option(' a', 'Uno')] }],
  [
    'a menu with more buttons than fit',
    'options_over_limit',
    { type: 'menu', text: '¿?', style: 'buttons', options: ['1', '2', '3', '4'].map((each) => option(each, `Opción ${each}`)) },
  ],
  [
    'a menu with a name that is too long for a button',
    'over_limit',
    { type: 'menu', text: '¿?', style: 'buttons', options: [option('a', 'Un nombre que no cabe en un botón')] },
  ],
  ['a number that cannot be', 'range_empty', { type: 'input', ...asked, expect: 'number', min: 5, max: 1 }],
  ['hours that end before they begin', 'range_empty', { type: 'input', ...asked, expect: 'time', hours: { from: '20:00', to: '08:00' } }],
  ['a pattern that cannot be read', 'pattern_invalid', { type: 'input', ...asked, pattern: '(' }],
  ['a condition with nothing to compare with', 'value_missing', { type: 'condition', all: [compared({ value: undefined })], then: null, otherwise: null }],
  [
    'a condition whose pattern cannot be read',
    'pattern_invalid',
    { type: 'condition', all: [compared({ operator: 'matches', value: '(' })], then: null, otherwise: null },
  ],
  [
    'a condition about a variable that nothing sets',
    'variable_unknown',
    { type: 'condition', all: [compared({ variable: 'nobody' })], then: null, otherwise: null },
  ],
  [
    'a switch with two cases of one id',
    'case_id_repeated',
    { type: 'switch', cases: [1, 2].map(() => ({ id: 'a', all: [compared({})], next: null })), otherwise: null },
  ],
  ['shares that make no whole', 'shares_not_whole', { type: 'ab_split', arms: ['a', 'b'].map((id) => ({ id, label: id, share: 40, next: null })) }],
  ['arms of one id', 'arm_id_repeated', { type: 'ab_split', arms: ['a', 'a'].map((id) => ({ id, label: id, share: 50, next: null })) }],
  ['a goal that is not there', 'next_missing', { type: 'ab_split', goal: 'nowhere', arms: ['a', 'b'].map((id) => ({ id, label: id, share: 50, next: null })) }],
  ['a picture that is none', 'media_missing', { type: 'media', kind: 'image', next: null }],
  ['a link to nothing', 'media_missing', { type: 'media', kind: 'document', source: 'link', fileUrl: ' ', next: null }],
  ['a link that is no address', 'media_link_unreadable', { type: 'media', kind: 'document', source: 'link', fileUrl: 'ftp://x.example/a', next: null }],
  [
    'a link whose host a customer would choose',
    'media_link_variable_in_host',
    { type: 'media', kind: 'video', source: 'link', fileUrl: 'https://{{name}}/a', next: null },
  ],
  ['no template', 'template_missing', { type: 'template', template: null, next: null }],
  ['no other flow', 'flow_missing', { type: 'subflow', flow: null, next: null }],
  ['nobody who is called', 'people_missing', { type: 'notify', people: [], text: 'Hola', next: null }],
  ['a task without a title', 'task_title_missing', { type: 'task', title: ' ', to: 'nobody', people: [], priority: 'low', next: null }],
  ['nobody for a task', 'task_person_missing', { type: 'task', title: 'Llamar', to: 'person', people: [], priority: 'low', next: null }],
  ['a formula that is not finished', 'formula_unfinished', { type: 'variable', set: [{ name: 'name', value: '1 +', formula: true }], next: null }],
  ['no tag', 'tags_missing', { type: 'tag', next: null }],
  ['two emoji', 'emoji_invalid', { type: 'react', emoji: 'ab', next: null }],
  [
    'a field of the contact that is set twice',
    'field_repeated',
    { type: 'update_contact', set: ['Ana', 'Eva'].map((value) => ({ field: 'name', value })), next: null },
  ],
]

describe('faults of a step', () => {
  for (const [name, code, node] of steps)
    told(name, code, (definition) => ({ definition: withStep(definition, Definition.shape.nodes.valueType.parse(node)), at: place }))
})

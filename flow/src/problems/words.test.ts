import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ChannelAbilities } from '@chasqui/contracts/channel'
import type { FlowDraft } from '../definition.ts'
import { FlowDefinition } from '../definition.ts'
import { problemsIn } from '../index.ts'
import { textOnly } from '../../test/world.ts'

/** Every fault is told with its step, the place in it, and words for people in each language. */
type Nodes = FlowDraft['nodes']
/** `on`: held against this channel instead of the tightest. */
type Fault = { code: string; step: string | null; field?: string; nodes: Nodes; more?: Partial<FlowDraft>; on?: ChannelAbilities }

const person = { type: 'transfer_to_agent' as const }
const say = (text = 'Hola', next: string | null = 'person') => ({ type: 'message' as const, text, next })
const time = { timeout: { seconds: 60, next: 'person' } }
const option = (id: string, label = id, next: string | null = 'person') => ({ id, label, next })
const menu = (options: ReturnType<typeof option>[], more: object = {}) => ({ type: 'menu' as const, text: '¿Qué?', options, ...time, ...more })
const input = (more: object = {}) => ({ type: 'input' as const, text: '¿Qué?', expect: 'text' as const, saveAs: 'it', next: 'person', ...time, ...more })
const is = { variable: 'message.text', operator: 'equals' as const, value: 'a' }
const condition = (more: object = {}) => ({ type: 'condition' as const, all: [is], then: 'person', otherwise: 'person', ...more })
const awaiting = (more: object) => ({ type: 'wait_for' as const, happened: 'person', next: 'person', ...time, ...more })
const arm = (id: string, share: number) => ({ id, label: id, share, next: 'person' })

const call = (more: object = {}): Nodes => ({
  a: { type: 'api_call', url: 'https://api.example.com', next: 'person', onError: 'person', ...more },
  person,
})
const to = (...paths: string[]) => paths.map((path) => ({ path, variable: 'it' }))
const callFaults: Fault[] = [
  { code: 'call_address_unreadable', step: 'a', field: 'url', nodes: call({ url: 'https://' }) },
  { code: 'call_address_variable_in_host', step: 'a', field: 'url', nodes: call({ url: 'https://{{contact.name}}' }) },
  { code: 'call_address_credentials', step: 'a', field: 'url', nodes: call({ url: 'https://a:b@api.example.com' }) },
  { code: 'call_not_encrypted', step: 'a', field: 'url', nodes: call({ url: 'http://api.example.com' }) },
  { code: 'call_header_unreadable', step: 'a', field: 'headers.0.name', nodes: call({ headers: [{ name: 'a b', value: '' }] }) },
  { code: 'call_header_reserved', step: 'a', field: 'headers.0.name', nodes: call({ headers: [{ name: 'Host', value: '' }] }) },
  { code: 'call_body_not_json', step: 'a', field: 'body', nodes: call({ method: 'POST', bodyKind: 'json', body: '{' }) },
  { code: 'call_body_ignored', step: 'a', field: 'bodyKind', nodes: call({ bodyKind: 'text' }) },
  { code: 'call_path_invalid', step: 'a', field: 'save.0.path', nodes: call({ save: to('a[') }) },
  { code: 'call_variable_twice', step: 'a', field: 'save', nodes: call({ save: to('a', 'b') }) },
  { code: 'call_not_repeatable', step: 'a', field: 'retries', nodes: call({ method: 'POST', retries: 1 }) },
  { code: 'call_error_unhandled', step: 'a', field: 'onError', nodes: call({ onError: null }) },
]

const formulaFaults: Fault[] = (
  [
    ['formula_empty', ''],
    ['formula_too_long', `1${'+1'.repeat(600)}`],
    ['formula_too_deep', '('.repeat(60)],
    ['formula_unfinished', '1 +'],
    ['formula_unexpected', '1 1'],
    ['formula_word', 'total'],
    ['formula_function_unknown', 'f(1)'],
    ['formula_arguments', 'round()'],
    ['formula_not_number', '"a" + 1'],
    ['formula_unit_unknown', 'date_add(today(), 1, "x")'],
  ] as const
).map(([code, value]) => ({
  code,
  step: 'a',
  field: 'set.0.value',
  nodes: { a: { type: 'variable', set: [{ name: 'it', value, formula: true }], next: 'person' }, person },
}))

const trigger = (written: NonNullable<FlowDraft['triggers']>[number]): Pick<Fault, 'step' | 'nodes' | 'more'> => ({
  step: null,
  nodes: { a: say(), person },
  more: { triggers: [{ type: 'any' }, written] },
})
const triggerFaults: Fault[] = [
  { code: 'trigger_without_place', field: 'triggers.1.channelIds', ...trigger({ type: 'channel' }) },
  { code: 'trigger_without_place', field: 'triggers.1.channelId', ...trigger({ type: 'webhook' }) },
  { code: 'opening_missing', field: 'triggers.1.template', ...trigger({ type: 'schedule', time: '09:00', tags: ['x'] }) },
  { code: 'opening_missing', field: 'triggers.1.template', ...trigger({ type: 'missed_reply', hours: 48 }) },
  { code: 'keyword_too_short', field: 'triggers.1.words', ...trigger({ type: 'keyword', words: ['sí'], match: 'near' }) },
  { code: 'example_says_nothing', field: 'triggers.1.examples', ...trigger({ type: 'intent', examples: ['hola', 'turno', 'cita'] }) },
  { code: 'examples_few', field: 'triggers.1.examples', ...trigger({ type: 'intent', examples: ['turno'] }) },
]

const faults: Fault[] = [
  { code: 'no_steps', step: null, field: 'start', nodes: {}, more: { start: 'begin' } },
  { code: 'start_missing', step: null, field: 'start', nodes: { person }, more: { start: 'x' } },
  { code: 'next_missing', step: 'a', field: 'next', nodes: { a: say('Hola', 'x'), person } },
  { code: 'next_missing', step: null, field: 'always.humanNode', nodes: { a: say(), person }, more: { always: { humanNode: 'x' } } },
  { code: 'next_missing', step: 'a', field: 'node', nodes: { a: { type: 'go_to', node: 'x' }, person } },
  { code: 'unreachable', step: 'b', nodes: { a: say(), b: say(), person } },
  { code: 'loop_without_wait', step: 'a', nodes: { a: say('Hola', 'b'), b: { type: 'go_to', node: 'a' }, person } },
  { code: 'loop_without_answer', step: 'a', nodes: { a: input({ timeout: { seconds: 60, next: 'a' } }), person } },
  { code: 'no_person', step: null, nodes: { a: say('Hola', null) } },
  { code: 'word_twice', step: null, field: 'always', nodes: { a: say(), person }, more: { always: { restart: ['menu'], stop: ['menú'] } } },
  { code: 'text_missing', step: 'a', field: 'text', nodes: { a: say(' '), person } },
  { code: 'text_missing', step: 'a', field: 'options.1.label', nodes: { a: menu([option('x'), option('y', ' ')]), person } },
  { code: 'placeholder_left', step: 'a', field: 'text', nodes: { a: say('Estamos en [[dirección]].'), person } },
  { code: 'text_long', step: 'a', field: 'text', nodes: { a: say('x'.repeat(701)), person } },
  { code: 'variable_unknown', step: 'a', field: 'text', nodes: { a: say('{{nmae}}'), person } },
  { code: 'variable_unknown', step: 'a', field: 'all.0.variable', nodes: { a: condition({ all: [{ ...is, variable: 'x' }] }), person } },
  { code: 'variable_reserved', step: 'a', field: 'saveAs', nodes: { a: input({ saveAs: 'contact.name' }), person } },
  { code: 'timeout_missing', step: 'a', field: 'timeout', nodes: { a: input({ timeout: undefined }), person } },
  { code: 'answer_lost', step: 'a', field: 'next', nodes: { a: input({ next: null }), person } },
  { code: 'value_missing', step: 'a', field: 'all.0.value', nodes: { a: condition({ all: [{ variable: 'message.text', operator: 'equals' }] }), person } },
  { code: 'condition_empty', step: 'a', field: 'all', nodes: { a: condition({ all: [] }), person } },
  { code: 'pattern_invalid', step: 'a', field: 'pattern', nodes: { a: input({ pattern: '(' }), person } },
  { code: 'range_empty', step: 'a', field: 'min', nodes: { a: input({ min: 2, max: 1 }), person } },
  { code: 'leads_nowhere', step: 'a', field: 'then', nodes: { a: condition({ then: null, otherwise: null }), person } },
  { code: 'way_leads_nowhere', step: 'a', field: 'closed', nodes: { a: { type: 'business_hours', open: 'person', closed: null }, person } },
  { code: 'option_id_repeated', step: 'a', field: 'options.1.id', nodes: { a: menu([option('x', 'A'), option('x', 'B')]), person } },
  { code: 'option_label_repeated', step: 'a', field: 'options.1.label', nodes: { a: menu([option('x', 'Día'), option('y', 'dia')]), person } },
  { code: 'option_id_blank', step: 'a', field: 'options.0.id', nodes: { a: menu([option(' x', 'A')]), person } },
  { code: 'option_leads_nowhere', step: 'a', field: 'options.0.next', nodes: { a: menu([option('x', 'A', null)]), person } },
  {
    code: 'options_over_limit',
    step: 'a',
    field: 'options',
    nodes: {
      a: menu(
        ['a', 'b', 'c', 'd'].map((id) => option(id)),
        { style: 'buttons' },
      ),
      person,
    },
  },
  { code: 'over_limit', step: 'a', field: 'options.0.label', nodes: { a: menu([option('x', 'x'.repeat(21))], { style: 'buttons' }), person } },
  {
    code: 'case_id_repeated',
    step: 'a',
    field: 'cases',
    nodes: { a: { type: 'switch', cases: [0, 1].map(() => ({ id: 'x', all: [is], next: 'person' })), otherwise: 'person' }, person },
  },
  { code: 'shares_not_whole', step: 'a', field: 'arms', nodes: { a: { type: 'ab_split', arms: [arm('a', 50), arm('b', 40)] }, person } },
  { code: 'arm_id_repeated', step: 'a', field: 'arms', nodes: { a: { type: 'ab_split', arms: [arm('a', 50), arm('a', 50)] }, person } },
  {
    code: 'field_repeated',
    step: 'a',
    field: 'set',
    nodes: { a: { type: 'update_contact', set: [0, 1].map(() => ({ field: 'city' as const, value: 'x' })), next: 'person' }, person },
  },
  { code: 'tags_missing', step: 'a', field: 'tags', nodes: { a: awaiting({ event: 'tag_added' }), person } },
  { code: 'hook_missing', step: 'a', field: 'event', nodes: { a: awaiting({ event: 'webhook' }), person } },
  { code: 'stages_missing', step: 'a', field: 'stages', nodes: { a: awaiting({ event: 'stage_changed' }), person } },
  { code: 'happened_leads_nowhere', step: 'a', field: 'happened', nodes: { a: awaiting({ event: 'tag_added', tags: ['x'], happened: null }), person } },
  { code: 'tags_missing', step: 'a', field: 'add', nodes: { a: { type: 'tag', next: 'person' }, person } },
  {
    code: 'task_title_missing',
    step: 'a',
    field: 'title',
    nodes: { a: { type: 'task', title: ' ', to: 'nobody', people: [], priority: 'low', next: 'person' }, person },
  },
  {
    code: 'task_person_missing',
    step: 'a',
    field: 'people',
    nodes: { a: { type: 'task', title: 'x', to: 'person', people: [], priority: 'low', next: 'person' }, person },
  },
  { code: 'people_missing', step: 'a', field: 'people', nodes: { a: { type: 'notify', people: [], text: 'x', next: 'person' }, person } },
  { code: 'emoji_invalid', step: 'a', field: 'emoji', nodes: { a: { type: 'react', emoji: 'x', next: 'person' }, person } },
  { code: 'link_invalid', step: 'a', field: 'link', nodes: { a: { ...say(), link: { label: 'x', url: 'x' } }, person } },
  { code: 'media_missing', step: 'a', field: 'file', nodes: { a: { type: 'media', kind: 'image', next: 'person' }, person } },
  { code: 'template_missing', step: 'a', field: 'template', nodes: { a: { type: 'template', template: null, next: 'person' }, person } },
  { code: 'not_offered', step: 'a', field: 'emoji', nodes: { a: { type: 'react', emoji: '👍', next: 'person' }, person }, on: textOnly },
  { code: 'style_not_offered', step: 'a', field: 'style', nodes: { a: menu([option('x')], { style: 'list' }), person }, on: textOnly },
  {
    code: 'not_offered',
    step: 'a',
    field: 'kind',
    nodes: { a: { type: 'media', kind: 'location', place: { latitude: 1, longitude: 2 }, next: 'person' }, person },
    on: textOnly,
  },
  {
    code: 'not_offered',
    step: 'a',
    field: 'text',
    nodes: { a: { type: 'template', template: { name: 'x', language: 'es' }, next: 'person' }, person },
    on: textOnly,
  },
  ...['text_missing', 'variable_unknown', 'placeholder_left', 'text_long'].map((code, place) => ({
    code,
    step: null,
    field: 'handlers.onMedia',
    nodes: { a: say(), person },
    more: { handlers: { onMedia: { do: 'say' as const, text: [' ', '{{nmae}}', '[[dirección]]', 'x'.repeat(701)][place]! } } },
  })),
  { code: 'flow_missing', step: 'a', field: 'flow', nodes: { a: { type: 'subflow', flow: null, next: 'person' }, person } },
  ...callFaults,
  ...formulaFaults,
  ...triggerFaults,
]

type Texts = { problems?: Record<string, string> }
const textsAt = async (folder: string, language: string): Promise<Texts> =>
  ((await import(`${folder}/texts/${language}.json`, { with: { type: 'json' } })) as { default: Texts }).default

const isPattern = (pattern: string): boolean => {
  try {
    RegExp(pattern, 'u')
    return true
  } catch {
    return false
  }
}

for (const { code, step, field, nodes, more, on = null } of faults) {
  test(`${code} is told of ${step ?? 'the flow'}${field === undefined ? '' : `, at ${field}`}, in words of each language`, async () => {
    const definition = FlowDefinition.parse({ schema: 1, start: Object.keys(nodes)[0], nodes, ...more })
    const found = problemsIn(definition, on, isPattern).find((problem) => problem.code === `flow.${code}` && problem.nodeId === step && problem.field === field)
    assert.ok(found, JSON.stringify(problemsIn(definition, on, isPattern)))
    const type = step === null ? undefined : definition.nodes[step]?.type
    for (const language of ['es', 'pt-BR', 'en']) {
      const own = type ? (await textsAt(`../steps/${type}`, language)).problems?.[code] : undefined
      const words = own ?? (await textsAt('..', language)).problems?.[code]
      assert.ok(words, `${code} in ${language}`)
      for (const [, name = ''] of words.matchAll(/\{\{(\w+)\}\}/g)) assert.ok(Object.hasOwn(found.values ?? {}, name), `${code} in ${language} wants ${name}`)
    }
  })
}

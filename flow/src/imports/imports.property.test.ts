import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { clinicBot } from '../../test/imports/typebot-clinic.ts'
import { FlowDefinition } from '../definition.ts'
import { problemsIn } from '../index.ts'
import { importFlows } from './import-flows.ts'
import { NotImported } from './imported.ts'

/** Whatever a file holds: it becomes flows that can be stored and checked, or it is refused by name. */
const holds = (file: unknown): void => {
  try {
    for (const { definition } of importFlows(file).flows) problemsIn(FlowDefinition.parse(definition))
  } catch (error) {
    if (!(error instanceof NotImported)) throw error
  }
}

const json = fc.jsonValue({ maxDepth: 5 })
const kinds = [
  'text',
  'image',
  'choice input',
  'picture choice input',
  'cards',
  'number input',
  'file input',
  'rating input',
  'Condition',
  'Set variable',
  'Webhook',
  'Wait',
  'AB test',
  'Jump',
  'Redirect',
  'Typebot link',
  'Code',
  'constructor',
  '__proto__',
]
const id = fc.constantFrom('a', 'b', 'c', '__proto__', '')
const odd = fc.oneof({ weight: 3, arbitrary: fc.string({ maxLength: 40 }) }, { weight: 1, arbitrary: json })
const options = fc.record(
  {
    variableId: id,
    groupId: id,
    expressionToEvaluate: odd,
    isCode: fc.boolean(),
    secondsToWaitFor: odd,
    length: odd,
    min: odd,
    aPercent: odd,
    url: odd,
    webhook: json,
    type: odd,
  },
  { requiredKeys: [] },
)
const item = fc.record({
  id,
  content: fc.oneof(odd, fc.record({ comparisons: fc.array(fc.record({ variableId: id, comparisonOperator: odd, value: odd })) })),
  outgoingEdgeId: id,
})
const block = fc.record(
  {
    id,
    type: fc.constantFrom(...kinds),
    content: fc.oneof(json, fc.record({ richText: json, url: odd })),
    items: fc.array(item, { maxLength: 4 }),
    options,
    outgoingEdgeId: id,
  },
  { requiredKeys: ['type'] },
)
const bot = fc.record({
  version: fc.constantFrom('3', '6', '6.1'),
  name: odd,
  events: fc.constant([{ type: 'start', outgoingEdgeId: 'a' }]),
  groups: fc.array(fc.record({ id, title: odd, blocks: fc.array(block, { maxLength: 5 }) }), { maxLength: 4 }),
  edges: fc.array(fc.record({ id, to: fc.record({ groupId: id, blockId: id }) }), { maxLength: 6 }),
  variables: fc.array(fc.record({ id, name: odd, value: odd }), { maxLength: 4 }),
  settings: json,
})
const action = fc.record({
  action_name: fc.constantFrom('send_message', 'add_label', 'assign_team', 'send_webhook_event', 'change_status', '__proto__'),
  action_params: fc.oneof(fc.array(odd), odd),
})
const condition = fc.record({
  attribute_key: fc.constantFrom('content', 'email', 'inbox_id', 'labels', 'constructor'),
  filter_operator: fc.constantFrom('contains', 'equal_to', 'does_not_contain', 'is_present', 'toString'),
  values: fc.oneof(fc.array(odd), odd),
  query_operator: fc.constantFrom('and', 'or', null),
})
const rule = fc.record({
  name: fc.string(),
  event_name: fc.constantFrom('message_created', 'conversation_updated', ''),
  conditions: fc.array(condition),
  actions: fc.array(action),
})

test('bots of every kind, also broken ones', () => fc.assert(fc.property(bot, holds), { numRuns: 400 }))
test('rules of every kind, also broken ones', () => fc.assert(fc.property(fc.array(rule), holds), { numRuns: 300 }))
test('whatever else is JSON', () => fc.assert(fc.property(json, holds), { numRuns: 200 }))

test('an export in which one place holds something else', () => {
  const places: (string | number)[][] = []
  const walk = (value: unknown, path: (string | number)[]) => {
    places.push(path)
    if (typeof value === 'object' && value !== null) for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key])
  }
  walk(clinicBot, [])
  fc.assert(
    fc.property(fc.constantFrom(...places.slice(1)), json, (path, other) => {
      const file = structuredClone(clinicBot) as unknown as Record<string | number, unknown>
      let at = file
      for (const key of path.slice(0, -1)) at = at[key] as typeof file
      at[path.at(-1)!] = other
      holds(file)
    }),
    { numRuns: 500 },
  )
})

test('texts and nestings beyond all measure take no time', () => {
  let nested: object = { text: 'x' }
  for (let depth = 0; depth < 5000; depth++) nested = { type: 'p', children: [nested] }
  const words = `${'{{='.repeat(100_000)}${' '.repeat(100_000)}${'['.repeat(100_000)}${'<'.repeat(100_000)}`
  const blocks = [nested, { type: 'p', children: [{ text: words, bold: true }] }].map((line, at) => ({
    id: `${at}`,
    type: 'text',
    content: { richText: [line], html: words },
  }))
  const file = { ...clinicBot, groups: [{ id: 'g-hello', title: words, blocks }], variables: [{ id: 'v', name: `${'_'.repeat(100_000)}x`, value: words }] }
  holds(file)
  assert.ok(true)
})

import fc from 'fast-check'
import type { FlowDraft, FlowNodeType } from '../../src/definition.ts'
import { FlowDefinition, FlowNode } from '../../src/definition.ts'
import { problemsIn } from '../../src/index.ts'
import { next, NodeId, VariableName } from '../../src/schema/parts.ts'
import { behaviourOf } from '../../src/steps/behaviours.ts'
import { stepForms } from '../../src/steps/forms.ts'
import { stepSchemas } from '../../src/steps/schemas.ts'
import { fold } from '../../src/understanding/fold.ts'
import type { Shape } from './arbitrary-of.ts'
import { arbitraryOf } from './arbitrary-of.ts'

/** Flows made of steps of every type there is, by their shapes: a new type takes part without being named here. */

export const words = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'Hola {{name}}, ¿qué tal?',
      ' ',
      '{{topic}}',
      'turno',
      'Sí',
      'Turno 2',
      '{{name}}{{name}}{{name}}',
      '👨‍👩‍👧‍👦 familia',
      'Pedir un turno con la doctora',
      'x'.repeat(3000),
      '👍'.repeat(2040),
      'línea\n'.repeat(300),
    ),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }) },
)

type Names = { steps: fc.Arbitrary<string>; variables: fc.Arbitrary<string> }

/** A step of any type with anything that its shape takes. */
const nodesWith = ({ steps, variables }: Names): fc.Arbitrary<FlowNode> => {
  const shapes = new Map<unknown, fc.Arbitrary<unknown>>([
    [NodeId, steps],
    [next, fc.option(steps, { nil: null, freq: 8 })],
    [VariableName, variables],
  ])
  // What asks is worth more: only there can a customer do anything.
  const weighted = stepSchemas.map((schema) => ({
    weight: 'retries' in schema.shape ? 4 : 1,
    arbitrary: arbitraryOf(schema as unknown as Shape, { shapes, words }),
  }))
  return fc.oneof(...weighted).map((made) => FlowNode.parse(made))
}

const shortWords = fc.array(fc.constantFrom('turno', 'saltar', 'persona', 'menú', 'basta', 'hablar con alguien', '👍', ''), { maxLength: 2 })

const draftsWith = (names: Names): fc.Arbitrary<FlowDraft> => {
  const to = fc.option(names.steps, { nil: null })
  return fc.record({
    schema: fc.constant(1 as const),
    start: names.steps,
    nodes: fc.dictionary(names.steps, nodesWith(names), { minKeys: 1, maxKeys: 7 }),
    onError: to,
    always: fc.record({ human: shortWords, restart: shortWords, stop: shortWords, humanNode: to, stopNode: to }),
  })
}

/** Any definition that passes its schema: with steps that do not exist, loops and odd names. */
export const anyFlows: fc.Arbitrary<FlowDefinition> = draftsWith({
  steps: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'constructor', 'nowhere'),
  variables: fc.constantFrom('name', 'topic', 'topic.id', '__proto__', 'toString', 'contact.name', 'message.text'),
}).map((draft) => FlowDefinition.parse(draft))

const names = ['name', 'topic', 'topic.id', 'toString']

/** Definitions that can be published: whatever is wrong with a random one is mended, and every variable is set at the start. */
export const soundFlows: fc.Arbitrary<FlowDefinition> = draftsWith({
  steps: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
  variables: fc.constantFrom(...names),
})
  .map((draft) => {
    const first = Object.keys(draft.nodes)[0]!
    const set = names.map((name) => ({ name, value: name === 'topic' ? '' : 'Ana' }))
    const opening = { type: 'variable' as const, set, next: first }
    return mended(FlowDefinition.parse({ ...draft, start: 'opening', nodes: { ...draft.nodes, opening } }))
  })
  .filter((definition) => errorsIn(definition).length === 0)

export const isPattern = (pattern: string): boolean => {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp
  } catch {
    return false
  }
}

export const errorsIn = (definition: FlowDefinition) => problemsIn(definition, null, isPattern).filter(({ severity }) => severity === 'error')

type Json = Record<string | number, unknown>

/** The definition with another value at a path. */
export const withValue = <Whole>(whole: Whole, path: readonly (string | number)[], value: unknown): Whole => {
  const copy = structuredClone(whole)
  const holder = path.slice(0, -1).reduce<Json>((inner, key) => inner[key] as Json, copy as Json)
  holder[path.at(-1)!] = value
  return copy
}

/** Takes away what is wrong, a few problems at a time, and keeps of the random steps what can be kept. */
const mended = (definition: FlowDefinition): FlowDefinition => {
  let now = definition
  for (let round = 0; round < 16; round++) {
    const errors = errorsIn(now)
    if (errors.length === 0) return now
    now = without(now, errors, round)
  }
  return now
}

const without = (definition: FlowDefinition, errors: ReturnType<typeof errorsIn>, round: number): FlowDefinition => {
  const { code, nodeId, field } = errors[0]!
  if (nodeId === null) return { ...definition, onError: null, always: { ...definition.always, humanNode: null, stopNode: null } }
  if (code === 'flow.unreachable') {
    const lost = new Set(errors.filter((other) => other.code === code).map((other) => other.nodeId))
    const open = Object.entries(definition.nodes).flatMap(([id, each]) =>
      lost.has(id) || round > 8
        ? []
        : behaviourOf(each)
            .outputs(each)
            .flatMap(({ path, next: to }) => (to === null ? [['nodes', id, ...path]] : [])),
    )
    if (open.length > 0) return withValue(definition, open[round % open.length]!, nodeId)
    return { ...definition, nodes: Object.fromEntries(Object.entries(definition.nodes).filter(([id]) => !lost.has(id))) }
  }
  const node = definition.nodes[nodeId]!
  if (code.endsWith('leads_nowhere') && field !== undefined)
    return withValue(withValue(definition, ['nodes', 'ending'], { type: 'transfer_to_agent' }), ['nodes', nodeId, ...field.split('.')], 'ending')
  if (code === 'flow.next_missing' || code === 'flow.loop_without_wait') {
    const outputs = behaviourOf(node).outputs(node)
    const bad = outputs.filter((output) => (code === 'flow.loop_without_wait' ? output.after === 'nothing' : output.path.join('.') === field))
    const cut = bad.reduce((whole, { path }) => withValue(whole, ['nodes', nodeId, ...path], null), definition)
    return FlowDefinition.safeParse(cut).success && bad.length > 0 ? cut : withValue(definition, ['nodes', nodeId], plain)
  }
  return withValue(definition, ['nodes', nodeId], round < 8 ? distinct(node) : fallback(node))
}

const plain: FlowNode = { type: 'message', text: 'Hola', next: null }

const fallback = (node: FlowNode): FlowNode => {
  const fresh = stepForms[node.type].fresh()
  return problemsIn(FlowDefinition.parse({ schema: 1, start: 'a', nodes: { a: fresh } })).some(({ severity }) => severity === 'error') ? plain : fresh
}

/** Rows of which each has its own id and words, texts that say something, shares that make a whole. */
const distinct = (node: FlowNode): FlowNode => {
  const told = (value: unknown, key: string): unknown => {
    if (typeof value === 'string')
      return key === 'pattern' || key === 'emoji' ? (key === 'emoji' ? '👍' : '^a') : value.trim() === '' && key !== 'value' ? 'algo' : value
    if (Array.isArray(value)) return value.map((each, at) => (typeof each === 'object' && each !== null ? row(told(each, key) as Json, at) : told(each, key)))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([inner, each]) => [inner, told(each, inner)]))
  }
  const whole = told(node, '') as Json
  const attempt = FlowNode.safeParse({ ...whole, ...completed(whole) })
  return attempt.success ? attempt.data : node
}

const row = (made: Json, at: number): Json => ({
  ...made,
  ...(typeof made['id'] === 'string' && { id: `${made['id'].trim().slice(0, 50)}-${at}` }),
  ...(typeof made['label'] === 'string' && { label: `${at} ${fold(made['label']).slice(0, 16)}`.trim() }),
})

/** What only one type knows of itself; a type that is not named here is at worst begun anew. */
const completed = (node: Json): Json => {
  const file = { fileId: '019a0000-0000-7000-8000-000000000001', name: 'a.jpg', mime: 'image/jpeg', size: 1 }
  switch (node['type'] as FlowNodeType) {
    case 'ab_split': {
      const arms = node['arms'] as Json[]
      const each = Math.floor(100 / arms.length)
      return { arms: arms.map((arm, at) => ({ ...arm, share: at === 0 ? 100 - each * (arms.length - 1) : each })) }
    }
    case 'media':
      return {
        file,
        fileUrl: 'https://files.example.com/{{name}}.pdf',
        fileName: undefined,
        place: { latitude: 1, longitude: 2 },
        card: { name: 'Ana', phone: '123' },
      }
    case 'template':
      return { template: { name: 'saludo', language: 'es' } }
    case 'notify':
      return { people: ['019a0000-0000-7000-8000-000000000002'] }
    case 'task':
      return { people: ['019a0000-0000-7000-8000-000000000002'] }
    case 'subflow':
      return { flow: '019a0000-0000-7000-8000-000000000003' }
    case 'api_call':
      return { url: 'https://api.example.com/{{name}}', headers: [], query: [], form: [], bodyKind: 'none', body: '', save: [] }
    case 'tag':
      return { add: ['vip'] }
    case 'variable':
      return { set: (node['set'] as Json[]).map((each) => (each['formula'] === true ? { ...each, value: 'round(default({{name}}, 1) * 1.5, 1)' } : each)) }
    case 'message':
      return { link: undefined }
    case 'menu':
      return { style: 'auto' }
    case 'input':
      return { min: undefined, max: undefined, hours: undefined }
    case 'update_contact':
      return { set: (node['set'] as Json[]).slice(0, 1) }
    case 'condition':
      return { all: (node['all'] as Json[]).map(compared), any: (node['any'] as Json[]).map(compared) }
    case 'switch':
      return { cases: (node['cases'] as Json[]).map((each) => ({ ...each, all: (each['all'] as Json[]).map(compared) })) }
    default:
      return {}
  }
}

const compared = (comparison: Json): Json => ({
  ...comparison,
  operator: comparison['operator'] === 'matches' ? 'equals' : comparison['operator'],
  value: 'Ana',
})

import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { FlowDefinition } from '../../definition.ts'
import { problemsIn } from '../../index.ts'
import { talk } from '../../../test/world.ts'
import { clinicBot } from '../../../test/imports/typebot-clinic.ts'
import { importFlows } from '../import-flows.ts'
import { NotImported } from '../imported.ts'

const imported = (file: unknown = clinicBot) => {
  const { product, flows } = importFlows(file)
  assert.equal(product, 'typebot')
  const [flow] = flows
  return { ...flow!, definition: FlowDefinition.parse(flow!.definition) }
}
const found = ({ definition }: ReturnType<typeof imported>) => problemsIn(definition).filter(({ severity }) => severity === 'error')

describe('a bot with menus, questions, conditions and calls', () => {
  const flow = imported()
  const { nodes } = flow.definition
  const said = (messages: string[]) => talk(flow.definition, messages).said

  test('keeps its name, its beginning, its patience and the values of its variables', () => {
    assert.equal(flow.name, 'Clínica Sol')
    assert.deepEqual(flow.definition.triggers, [{ type: 'keyword', words: ['turno'], match: 'anywhere' }])
    assert.deepEqual(flow.definition.handlers.onSilence, { seconds: 7200, next: null })
    assert.deepEqual(nodes[flow.definition.start], { type: 'variable', set: [{ name: 'precio', value: '100' }], next: 's1' })
  })

  test('speaks with its words, their marks and links', () => {
    assert.deepEqual(said([]), ['Hola, soy *Sol*.\nNuestro sitio (https://sol.example)', '¿Qué necesitas?'])
  })

  test('a text before a question becomes its words, so that the customer is asked once', () => {
    const asked = talk(flow.definition, ['reservar', 'Ana', 'ana@ejemplo', 'ana@ejemplo.com'])
    assert.match(asked.said.join('\n'), /¿Qué día\?/)
    assert.equal(asked.state.variables['Nombre_completo'], 'Ana')
    assert.equal(asked.state.variables['correo'], 'ana@ejemplo.com')
    const questions = Object.values(nodes).filter(({ type }) => type === 'input')
    assert.deepEqual(
      questions.map((node) => node.type === 'input' && [node.text, node.expect, node.invalidText]),
      [
        ['¿Cómo te llamas?', 'text', undefined],
        ['Gracias, {{Nombre_completo}}. ¿Tu correo?', 'email', 'Ese correo no parece completo.'],
        ['¿Qué día?', 'datetime', undefined],
      ],
    )
  })

  test('an option leads where it led, one without a way of its own where the block led', () => {
    const menu = Object.values(nodes).find((node) => node.type === 'menu')!
    assert.ok(menu.type === 'menu')
    assert.deepEqual([menu.text, menu.saveAs, menu.options.map(({ label }) => label)], ['¿Qué necesitas?', 'tema', ['Reservar', 'Precios', 'Otra cosa']])
    assert.equal(nodes[menu.options[2]!.next!]!.type, 'delay')
  })

  test('a request keeps its address, headers, body and where its answer goes', () => {
    const call = Object.values(nodes).find(({ type }) => type === 'api_call')!
    assert.ok(call.type === 'api_call')
    assert.deepEqual(
      [call.method, call.url, call.headers, call.bodyKind, call.body, call.save],
      [
        'POST',
        'https://agenda.example/turnos',
        [{ name: 'X-Origin', value: 'whatsapp' }],
        'json',
        '{"name": "{{Nombre_completo}}", "email": "{{correo}}"}',
        [{ path: 'turno.numero', variable: 'numero' }],
      ],
    )
  })

  test('what cannot be taken over is told, and keeps the flow from being published', () => {
    assert.deepEqual(flow.leftovers.map(({ code, block, group, value }) => [code, block, group, value ?? '']).toSorted(), [
      ['block', 'payment input', 'Precios', ''],
      ['code', 'Set variable', 'Precios', '{{precio}} * 1.21'],
      ['file', 'image', 'Precios', 'https://sol.example/precios.png'],
      ['other_flow', 'Typebot link', 'VIP', ''],
      ['person', 'Chatwoot', 'Otra cosa', ''],
      ['unreachable', '', 'Prueba vieja', ''],
    ])
    assert.deepEqual(
      found(flow)
        .map(({ code }) => code)
        .toSorted(),
      ['flow.flow_missing', 'flow.media_missing', 'flow.placeholder_left', 'flow.placeholder_left'],
    )
    for (const { step } of flow.leftovers) if (step !== null) assert.ok(nodes[step])
  })
})

const tiny = (blocks: object[], more: object = {}) => ({
  version: '6',
  name: 'x',
  events: [{ id: 'e', type: 'start', outgoingEdgeId: 'to' }],
  edges: [{ id: 'to', from: { eventId: 'e' }, to: { groupId: 'g' } }],
  groups: [{ id: 'g', title: 'Group #1', blocks }],
  variables: [
    { id: 'v', name: 'edad' },
    { id: 'w', name: 'Edad' },
  ],
  ...more,
})
const say = (text: string) => ({ id: `b-${text}`, type: 'text', content: { richText: [{ type: 'p', children: [{ text }] }] } })
const ask = (variableId: string, type = 'number input') => ({ id: `in-${variableId}`, type, options: { variableId } })
const compare = (comparisonOperator: string, value?: string) => ({ variableId: 'v', comparisonOperator, value })

describe('conditions', () => {
  const way = (logicalOperator: string, comparisons: object[], answer: string): string => {
    const block = { id: 'c', type: 'Condition', items: [{ id: 'i', outgoingEdgeId: 'yes', content: { logicalOperator, comparisons } }] }
    const file = tiny([say('¿Edad?'), ask('v'), block, say('no')], {
      edges: [
        { id: 'to', from: { eventId: 'e' }, to: { groupId: 'g' } },
        { id: 'yes', from: { blockId: 'c', itemId: 'i' }, to: { groupId: 'y' } },
      ],
    })
    file.groups.push({ id: 'y', title: '', blocks: [say('sí')] })
    return talk(imported(file).definition, [answer]).said.at(-1)!
  }
  for (const [operator, value, answer, goes] of [
    ['Greater or equal to', '18', '18', 'sí'],
    ['Greater or equal to', '18', '17', 'no'],
    ['Less or equal to', '18', '18', 'sí'],
    ['Does not contain', '9', '18', 'sí'],
    ['Does not contain', '8', '18', 'no'],
    ['Ends with', '8', '18', 'sí'],
    ['Matches regex', '/^1\\d$/', '18', 'sí'],
    ['Does not match regex', '^1\\d$', '18', 'no'],
    ['Is empty', undefined, '18', 'no'],
    ['Not equal', '18', '18', 'no'],
  ] as const)
    test(`“${operator} ${value ?? ''}” of ${answer}: ${goes}`, () => assert.equal(way('AND', [compare(operator, value)], answer), goes))

  test('all of several, or any of them, with contraries among them', () => {
    const between = [compare('Greater or equal to', '18'), compare('Less than', '65')]
    assert.deepEqual(
      ['17', '18', '64', '65'].map((age) => way('AND', between, age)),
      ['no', 'sí', 'sí', 'no'],
    )
    const outside = [compare('Less than', '18'), compare('Greater or equal to', '65')]
    assert.deepEqual(
      ['17', '18', '65'].map((age) => way('OR', outside, age)),
      ['sí', 'no', 'sí'],
    )
  })

  test('a comparison that is not known waits for somebody', () => {
    const flow = imported(
      tiny([
        say('¿Edad?'),
        ask('v'),
        { id: 'c', type: 'Condition', items: [{ id: 'i', content: { comparisons: [compare('Sounds like', 'x')] } }] },
        say('fin'),
      ]),
    )
    assert.deepEqual(
      flow.leftovers.map(({ code, value }) => [code, value]),
      [['compared', 'Sounds like x']],
    )
    assert.deepEqual(
      found(flow).map(({ code }) => code),
      ['flow.value_missing'],
    )
  })
})

test('variables whose names read the same here stay apart', () => {
  const flow = imported(tiny([say('¿Edad?'), ask('v'), say('¿Y {{Edad}}?'), ask('w'), say('{{edad}} {{Edad}} {{edad del perro}}')]))
  const texts = Object.values(flow.definition.nodes).map((node) => ('text' in node ? node.text : ''))
  assert.ok(texts.includes('{{edad}} {{Edad_2}} {{edad_del_perro}}'), texts.join('|'))
  assert.deepEqual(
    found(flow).map(({ code, values }) => [code, values?.['name']]),
    [['flow.variable_unknown', 'edad_del_perro']],
  )
})

test('a question that is come to from two texts is asked with the words of each', () => {
  const file = tiny([say('¿Tu edad?'), ask('v'), { id: 'j', type: 'Jump', options: { groupId: 'again' } }])
  file.groups.push({ id: 'again', title: '', blocks: [{ ...say('¿Perdón?'), outgoingEdgeId: 'back' }] })
  file.edges.push({ id: 'back', from: { blockId: 'x' } as never, to: { groupId: 'g', blockId: 'in-v' } as never })
  const texts = Object.values(imported(file).definition.nodes).flatMap((node) => (node.type === 'input' ? [node.text] : []))
  assert.deepEqual(texts.toSorted(), ['¿Perdón?', '¿Tu edad?'])
})

test('a question without words takes those of its empty field, or waits for some', () => {
  const flow = imported(tiny([ask('v', 'text input'), { ...ask('w', 'text input'), options: { variableId: 'w', labels: { placeholder: 'Tu edad' } } }]))
  assert.deepEqual(
    Object.values(flow.definition.nodes).map((node) => node.type === 'input' && node.text),
    ['[[Typebot: text input]]', 'Tu edad'],
  )
  assert.deepEqual(
    flow.leftovers.map(({ code }) => code),
    ['question', 'question'],
  )
})

test('options that came out of a variable become a question that is answered in words', () => {
  const listed = { id: 'm', type: 'choice input', items: [{ id: 'i', content: '' }], options: { dynamicVariableId: 'v', variableId: 'w' } }
  const flow = imported(tiny([say('¿Cuál?'), listed]))
  const node = flow.definition.nodes[flow.definition.start]!
  assert.deepEqual(node.type === 'input' && [node.text, node.expect, node.saveAs], ['¿Cuál?', 'text', 'Edad_2'])
  assert.deepEqual(
    flow.leftovers.map(({ code }) => code),
    ['listed_answers'],
  )
})

test('of a menu is told what was chosen together, shown sometimes, pictured or too long', () => {
  const items = [
    { id: 'a', title: 'Corte', pictureSrc: 'https://sol.example/corte.png' },
    { id: 'b', title: 'x'.repeat(120), displayCondition: { isEnabled: true } },
  ]
  const flow = imported(tiny([say('¿Qué?'), { id: 'm', type: 'picture choice input', items, options: { isMultipleChoice: true } }]))
  assert.deepEqual(flow.leftovers.map(({ code }) => code).toSorted(), ['cut', 'file', 'several_answers', 'shown_if'])
})

test('a split keeps its shares, a link is sent, and two dates become one', () => {
  const arms = [
    { id: 'a', path: 'a' },
    { id: 'b', path: 'b' },
  ]
  const flow = imported(
    tiny([
      { id: 'ab', type: 'AB test', items: arms, options: { aPercent: 30 } },
      { id: 'r', type: 'Redirect', options: { url: 'https://sol.example/{{edad}}' } },
      say('¿Cuándo?'),
      { id: 'd', type: 'date input', options: { isRange: true } },
    ]),
  )
  const nodes = Object.values(flow.definition.nodes)
  const split = nodes.find((node) => node.type === 'ab_split')
  assert.deepEqual(split?.type === 'ab_split' && split.arms.map(({ share }) => share), [30, 70])
  assert.ok(nodes.some((node) => node.type === 'message' && node.text === 'https://sol.example/{{edad}}'))
  assert.deepEqual(flow.leftovers.map(({ code }) => code).toSorted(), ['link', 'range'])
})

test('the start of versions 3 to 5 was a block', () => {
  const file = {
    version: '4',
    name: 'Viejo',
    groups: [
      { id: 'a', title: 'Start', blocks: [{ id: 's', type: 'start', label: 'Start', outgoingEdgeId: 'to', groupId: 'a' }] },
      { id: 'g', title: 'Hola', blocks: [{ id: 'b', type: 'text', groupId: 'g', content: { html: '<div>Hola<br>qué tal</div>', plainText: '' } }] },
    ],
    edges: [{ id: 'to', from: { groupId: 'a', blockId: 's' }, to: { groupId: 'g' } }],
    variables: [],
  }
  assert.deepEqual(talk(imported(file).definition, []).said, ['Hola\nqué tal'])
})

test('what is no bot, of another time, empty or endless is refused by name', () => {
  const why = (file: unknown): string => {
    try {
      importFlows(file)
      return 'taken'
    } catch (error) {
      if (error instanceof NotImported) return error.why
      throw error
    }
  }
  const endless = tiny([{ id: 'j', type: 'Jump', options: { groupId: 'g' } }])
  assert.deepEqual(
    [
      why(null),
      why({}),
      why({ nodes: [], connections: {} }),
      why({ version: '2', blocks: [], edges: [] }),
      why(tiny([say('x')], { version: '7' })),
      why(tiny([say('x')], { events: [] })),
      why(endless),
      why(tiny(Array.from({ length: 501 }, (_, at) => say(`${at}`)))),
    ],
    ['unknown', 'unknown', 'unknown', 'version', 'version', 'empty', 'empty', 'too_large'],
  )
  assert.equal(why({ typebot: tiny([say('x')]) }), 'taken')
})

import type { FlowDraft } from '@chasqui/flow/definition'

type Nodes = FlowDraft['nodes']
type Node = Nodes[string]

/** Steps of one subject: it greets, asks what is wanted, keeps an answer, looks at it and says something, as flows of a business do over and over. */
const ofSubject = (subject: number, next: string): [string, Node][] => {
  const id = (name: string) => `${name}_${subject}`
  return [
    [id('hello'), { type: 'message', text: `Tema ${subject}: esto es lo que podemos hacer por vos, {{contact.name}}.`, next: id('what') }],
    [
      id('what'),
      {
        type: 'menu',
        text: '¿Qué necesitás?',
        options: [
          { id: 'a', label: 'Horarios', next: id('hours') },
          { id: 'b', label: 'Pedir un turno', next: id('name') },
          { id: 'c', label: 'Otro tema', next },
        ],
      },
    ],
    [id('hours'), { type: 'message', text: 'De lunes a viernes de 9 a 18, los sábados hasta el mediodía.', next }],
    [
      id('name'),
      { type: 'input', text: '¿A nombre de quién?', expect: 'text', saveAs: `name_${subject}`, timeout: { seconds: 3600, next: id('bye') }, next: id('known') },
    ],
    [id('known'), { type: 'condition', all: [{ variable: `name_${subject}`, operator: 'equals', value: 'Ana' }], then: id('tag'), otherwise: id('done') }],
    [id('tag'), { type: 'tag', add: ['conocida'], next: id('done') }],
    [id('done'), { type: 'message', text: `Listo, {{name_${subject}}}: te esperamos.`, next: id('bye') }],
    [id('bye'), { type: 'close', text: '¡Hasta pronto!', reason: 'done' }],
    [id('wait'), { type: 'delay', seconds: 60, next: id('person') }],
    [id('person'), { type: 'transfer_to_agent', text: 'Te paso con alguien.' }],
  ]
}

/** In px on the canvas: where the steps of a subject stand, subjects one below the other in columns, as somebody would draw them. */
const placed = (subject: number, at: number, node: Node): Node => ({
  ...node,
  position: { x: (subject % 5) * 1500 + (at % 5) * 280, y: Math.floor(subject / 5) * 620 + Math.floor(at / 5) * 300 },
})

/** A flow of so many steps (tens), with places as drawn by hand or, as one that comes from another program, without. */
export const longFlow = (steps: number, hasPlaces: boolean): FlowDraft => {
  const subjects = Math.ceil(steps / 10)
  const nodes = Array.from({ length: subjects }, (_, subject) =>
    ofSubject(subject, subject + 1 < subjects ? `hello_${subject + 1}` : `wait_${subject}`).map(([id, node], at): [string, Node] => [
      id,
      hasPlaces ? placed(subject, at, node) : node,
    ]),
  )
  return { schema: 1, start: 'hello_0', nodes: Object.fromEntries(nodes.flat().slice(0, steps)) }
}

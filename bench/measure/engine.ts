import type { ChannelAbilities } from '@chasqui/contracts/channel'
import type { FlowDraft } from '@chasqui/flow/definition'
import { FlowDefinition } from '@chasqui/flow/definition'
import { freshRun, heard, step } from '@chasqui/flow/index'
import type { Context, Happening, RunState } from '@chasqui/flow/index'
import { median } from './percentiles.ts'

/** What the flow engine alone costs: no database, no network, one turn after the other, beside a fixed calculation in the same rounds. */

export type EngineTimes = { yardstick: number; turns: { name: string; microseconds: number; ratio: number }[]; goal: number; rounds: number }

/** Microseconds that the simplest turn may take. */
const goal = 200

const abilities: ChannelAbilities = {
  text: { max: 4096 },
  buttons: { max: 3, title: 20, id: 256, body: 1024 },
  list: { rows: 10, sections: 10, id: 200, title: 24, description: 72, button: 20, body: 1024 },
  media: {},
  caption: 1024,
  templates: false,
  reactions: false,
  serviceWindowHours: 24,
  readReceipts: true,
  typing: true,
  extras: [],
}
const world: Context = {
  now: new Date('2026-03-02T12:00:00.000Z'),
  abilities,
  contact: { name: 'Ana', phone: '+5491122334455', email: null, language: null },
  business: { name: 'Demo' },
  locale: 'es-AR',
  timeZone: 'America/Argentina/Buenos_Aires',
  matches: () => false,
}

const text = (words: string): Happening => ({ type: 'message', message: heard({ type: 'text', text: words }) })
const option = (id: string, label: string) => ({ id, label, next: 'asked' })
const options = [option('1', 'Horarios'), option('2', 'Pedir un turno'), option('3', 'Hablar con alguien')]

/** Twenty messages in a row and a question at their end. */
const long = Object.fromEntries(
  Array.from({ length: 20 }, (_, at) => [`m${at}`, { type: 'message' as const, text: 'Hola {{contact.name}}', next: at === 19 ? 'asked' : `m${at + 1}` }]),
)

const cases: { name: string; nodes: FlowDraft['nodes']; answer: Happening }[] = [
  {
    name: 'a text kept, a text said',
    nodes: {
      asked: { type: 'input', text: '¿Nombre?', expect: 'text', saveAs: 'name', next: 'said' },
      said: { type: 'message', text: 'Hola {{name}}', next: null },
    },
    answer: text('Ana'),
  },
  {
    name: 'an option by its number',
    nodes: { asked: { type: 'menu', text: '¿Qué?', options } },
    answer: text('2'),
  },
  {
    name: 'an option by a near spelling',
    nodes: { asked: { type: 'menu', text: '¿Qué?', options } },
    answer: text('pedir un trno por favor'),
  },
  {
    name: 'yes or no in words',
    nodes: { asked: { type: 'input', text: '¿Sí?', expect: 'yes_no', saveAs: 'x', next: null } },
    answer: text('dale, perfecto'),
  },
  {
    name: 'a day and time in words',
    nodes: { asked: { type: 'input', text: '¿Cuándo?', expect: 'datetime', saveAs: 'x', next: null } },
    answer: text('el jueves que viene a las cinco y media de la tarde'),
  },
  {
    name: 'twenty messages in one turn',
    nodes: { asked: { type: 'menu', text: '¿Qué?', options: options.map((each) => ({ ...each, next: 'm0' })) }, ...long },
    answer: text('1'),
  },
]

/** A few kilobytes through JSON, there and back: what one processor of this machine does in about as long as a turn. */
const calculation = (): (() => void) => {
  const words = Array.from({ length: 100 }, (_, at) => ({ id: `step-${at}`, text: 'Hola, ¿qué tal?', at }))
  return () => void JSON.parse(JSON.stringify(words))
}

const turnOf = ({ nodes, answer }: (typeof cases)[number]): (() => void) => {
  const definition = FlowDefinition.parse({ schema: 1, start: 'asked', nodes })
  const waiting: RunState = step(definition, freshRun(), { type: 'start' }, world).state
  return () => void step(definition, waiting, answer, world)
}

/** Microseconds of one call, over enough of them that the clock does not matter. */
const timed = (work: () => void, milliseconds: number): number => {
  const from = performance.now()
  let calls = 0
  while (performance.now() - from < milliseconds) {
    for (let again = 0; again < 20; again++) work()
    calls += 20
  }
  return ((performance.now() - from) * 1000) / calls
}

/** Each round takes everything in turn, so that a busy moment of the machine meets all alike. */
export const measureEngine = (rounds: number): EngineTimes => {
  const works = [calculation(), ...cases.map(turnOf)]
  for (const work of works) timed(work, 200)
  const samples = works.map((): number[] => [])
  for (let round = 0; round < rounds; round++) works.forEach((work, at) => samples[at]!.push(timed(work, 100)))
  const [yardstick = Number.NaN, ...turns] = samples.map(median)
  return {
    yardstick,
    turns: turns.map((microseconds, at) => ({ name: cases[at]!.name, microseconds, ratio: microseconds / yardstick })),
    goal,
    rounds,
  }
}

export const engineTable = ({ yardstick, turns, goal: most, rounds }: EngineTimes): string =>
  [
    '',
    `  one turn of the flow engine alone, median of ${rounds} rounds (goal of the first: ${most} µs)`,
    '',
    `  ${'a fixed calculation'.padEnd(32)}${yardstick.toFixed(1).padStart(8)} µs   1.00`,
    ...turns.map(({ name, microseconds, ratio }) => `  ${name.padEnd(32)}${microseconds.toFixed(1).padStart(8)} µs   ${ratio.toFixed(2)}`),
    '',
  ].join('\n')

import fc from 'fast-check'
import type { ChannelAbilities } from '@chasqui/contracts/channel'
import type { MessageContent } from '@chasqui/contracts/content'
import type { FlowDefinition } from '../../src/definition.ts'
import type { Context, Happening } from '../../src/index.ts'
import { heard } from '../../src/index.ts'
import { context, photo, press, rich, textOnly } from '../world.ts'

/** Channels that carry much or next to nothing, businesses that speak one language or another, and what customers send. */

const limit = fc.oneof(fc.integer({ min: 1, max: 30 }), fc.constantFrom(72, 1024, 4096))
export const channels: fc.Arbitrary<ChannelAbilities> = fc.oneof(
  fc.constantFrom(rich, textOnly),
  fc.record({
    ...Object.fromEntries(Object.entries(rich).map(([key, value]) => [key, fc.constant(value)])),
    text: fc.record({ max: fc.oneof(fc.integer({ min: 20, max: 200 }), fc.constant(70_000)) }),
    buttons: fc.option(fc.record({ max: fc.integer({ min: 0, max: 12 }), title: limit, id: limit, body: limit }), { nil: null }),
    list: fc.option(
      fc.record({
        rows: fc.integer({ min: 0, max: 40 }),
        sections: fc.integer({ min: 0, max: 2 }),
        title: limit,
        description: limit,
        button: limit,
        body: limit,
      }),
      { nil: null },
    ),
    media: fc.constantFrom({}, { image: { bytes: 5_000_000, mimes: ['image/jpeg'] } }),
    templates: fc.boolean(),
    reactions: fc.boolean(),
    extras: fc.constantFrom([], ['location', 'contacts']),
  }) as unknown as fc.Arbitrary<ChannelAbilities>,
)

/** Other flows of the business; some are not there. */
const subflowsOf = (flows: FlowDefinition[]): Context['subflows'] => ({
  published: (flow) => {
    const at = flow.charCodeAt(flow.length - 1) % (flows.length + 1)
    return flows[at] ? { version: String(at), definition: flows[at] } : null
  },
  version: (version) => flows[Number(version)] ?? null,
})

export const worldsOf = (words: fc.Arbitrary<string>, flows: fc.Arbitrary<FlowDefinition>): fc.Arbitrary<Context> =>
  fc
    .record({
      abilities: channels,
      locale: fc.constantFrom('es-AR', 'es-MX', 'pt-BR', 'en', ''),
      language: fc.constantFrom(null, 'pt', 'xx'),
      name: fc.option(words, { nil: null }),
      timeZone: fc.constantFrom('America/Argentina/Buenos_Aires', 'America/Sao_Paulo', 'America/New_York', 'UTC'),
      seeds: fc.option(fc.record({ run: fc.uuid(), contact: fc.uuid() }), { nil: undefined }),
      isOpen: fc.constantFrom(undefined, true, false),
      others: fc.array(flows, { maxLength: 2 }),
      readPhone: fc.constantFrom(undefined, (digits: string) => (digits.length > 8 ? `+54${digits.replace(/\D/g, '').slice(-10)}` : null)),
    })
    .map(({ language, name, seeds, isOpen, readPhone, others, ...more }) =>
      context({
        ...more,
        contact: { name, phone: null, email: null, language },
        transcribes: seeds !== undefined,
        subflows: subflowsOf(others),
        ...(seeds && { seeds }),
        ...(isOpen !== undefined && { isOpen }),
        ...(readPhone && { readPhone }),
      }),
    )

const saying = [
  'mañana',
  'mañana a las 5',
  'el lunes',
  '17hs',
  'ayer',
  'sí',
  'no',
  'ninguna',
  'no, a las 6',
  '12.345.678',
  'ana@gmial.com',
  'juan punto perez arroba gmail punto com',
  'unos 20',
  'Sim',
  'tomorrow at noon',
  'navidad',
  'once cincuenta y cinco cuarenta y cuatro treinta y tres veintidós',
  '1',
  'dos',
  'la última',
  'turno',
  'Turno 2',
  'persona',
  'menu',
  'basta',
  'saltar',
  'ana@ejemplo.com',
  '3,5',
  '⭐⭐⭐',
  '\u0000',
  '\ud800',
  'y'.repeat(70_000),
]
export const contents: fc.Arbitrary<MessageContent> = fc.oneof(
  fc
    .oneof({ weight: 5, arbitrary: fc.constantFrom(...saying) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) })
    .map((text): MessageContent => ({ type: 'text', text })),
  fc.constantFrom<MessageContent>(
    press('1', 'Sí'),
    press('hours', 'Horarios'),
    press('old', 'persona'),
    photo(),
    photo('turno'),
    { type: 'system', event: 'x' },
    { type: 'unsupported', providerType: 'poll' },
    { type: 'location', latitude: 1, longitude: 2 },
    { type: 'audio', voice: true, file: { fileId: null, state: 'pending', mime: 'audio/ogg', name: null, size: null, providerMediaId: 'm' } },
  ),
)

/** What happens next to a run: something that stands for itself, or something that depends on where the run is. */
export type Next = Happening | 'silence' | 'result' | 'event' | 'same_again' | { choice: number }

export const nexts: fc.Arbitrary<Next> = fc.oneof(
  { weight: 8, arbitrary: contents.map((content): Next => ({ type: 'message', message: heard(content) })) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 12 }).map((choice): Next => ({ choice })) },
  { weight: 3, arbitrary: fc.constant<Next>('silence') },
  { weight: 1, arbitrary: fc.constant<Next>('result') },
  { weight: 1, arbitrary: fc.constant<Next>('event') },
  { weight: 1, arbitrary: fc.constant<Next>('same_again') },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 9 }).map((token): Next => ({ type: 'due', token })) },
  { weight: 1, arbitrary: fc.constant<Next>({ type: 'start' }) },
)

import type { ChannelAbilities } from '@chasqui/contracts/channel'
import type { MessageContent } from '@chasqui/contracts/content'
import type { FlowDraft } from '../src/definition.ts'
import { FlowDefinition } from '../src/definition.ts'
import { freshRun, heard, step } from '../src/index.ts'
import type { Context, Effect, Happening, RunState, TraceEntry } from '../src/index.ts'

/** A world for the engine's tests: channels that differ in what they carry, a clock that stands still, and a customer who writes. */

const plain = {
  media: {},
  caption: 1024,
  templates: false,
  reactions: false,
  serviceWindowHours: null,
  readReceipts: true,
  typing: true,
  extras: [],
} satisfies Partial<ChannelAbilities>
export const rich: ChannelAbilities = {
  ...plain,
  text: { max: 4096 },
  buttons: { max: 3, title: 20, id: 256, body: 1024 },
  list: { rows: 10, sections: 10, id: 200, title: 24, description: 72, button: 20, body: 1024 },
}
export const textOnly: ChannelAbilities = { ...plain, text: { max: 1000 }, buttons: null, list: null }

export const context = (more: Partial<Context> = {}): Context => ({
  now: new Date('2026-03-02T12:00:00.000Z'),
  abilities: rich,
  contact: { name: null, phone: '+5491122334455', email: null, language: null },
  business: { name: 'Clínica Demo' },
  locale: 'es-AR',
  timeZone: 'America/Argentina/Buenos_Aires',
  matches: (pattern, text) => new RegExp(pattern, 'u').test(text),
  ...more,
})

export const text = (words: string): MessageContent => ({ type: 'text', text: words })
export const press = (id: string, title: string): MessageContent => ({ type: 'choice', id, title, via: 'button' })
export const photo = (caption?: string): MessageContent => ({
  type: 'image',
  caption,
  file: { fileId: null, state: 'pending', mime: 'image/jpeg', name: '2.jpg', size: 10, providerMediaId: 'm' },
})

/** Nodes as an author writes them, with the definition around them. */
export const flow = (nodes: FlowDraft['nodes'], more: Partial<FlowDraft> = {}): FlowDefinition =>
  FlowDefinition.parse({ schema: 1, start: Object.keys(nodes)[0], nodes, ...more })

export type Talk = { state: RunState; effects: Effect[]; trace: TraceEntry[]; said: string[] }

const saidIn = (effects: Effect[]): string[] =>
  effects.flatMap((effect) =>
    effect.type === 'say' ? ['text' in effect.content ? effect.content.text : 'body' in effect.content ? effect.content.body! : ''] : [],
  )

export const turn = (definition: FlowDefinition, state: RunState, happening: Happening, world = context()): Talk => {
  const next = step(definition, state, happening, world)
  return { ...next, said: saidIn(next.effects) }
}

/** Starts a run and lets the customer send these messages; the result is that of the last turn. */
export const talk = (definition: FlowDefinition, messages: (string | MessageContent)[], world = context()): Talk =>
  messages.reduce<Talk>(
    (before, message) => turn(definition, before.state, { type: 'message', message: heard(typeof message === 'string' ? text(message) : message) }, world),
    turn(definition, freshRun(), { type: 'start', message: heard(text('hola')) }, world),
  )

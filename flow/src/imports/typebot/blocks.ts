import { cutTo, isTrueAt, numberAt, objectAt, objectsAt, textAt, within } from '../read.ts'
import type { DraftNode } from '../steps.ts'
import { placeFor } from '../steps.ts'
import { ask, isQuestion } from './asks.ts'
import { request } from './calls.ts'
import { decide } from './conditions.ts'
import type { Block } from './graph.ts'
import { wordsOf } from './rich-text.ts'
import type { Work } from './work.ts'
import { about, filled } from './work.ts'

type Convert = (work: Work, block: Block, own: string) => void

const onward = ({ graph, stepFor }: Work, block: Block): string | null => stepFor(graph.after(block))

/** A note in the place of a block, with its settings to read. */
const hold = (work: Work, block: Block, own: string, code: 'block' | 'code' = 'block', held = JSON.stringify(block.options)): void => {
  work.steps.put(own, placeFor(work.product, about(block), held === '{}' ? '' : held, onward(work, block)))
  work.steps.tell(code, own, about(block), code === 'code' ? held : '')
}

const say: Convert = (work, block, own) => {
  const words = filled(work, block, own, wordsOf(objectAt(block.raw, 'content')))
  if (words.length > 4096) work.steps.tell('cut', own, about(block))
  // What was worked out by code only leaves nothing to say.
  if (words.trim() === '') return hold(work, block, own, 'code', wordsOf(objectAt(block.raw, 'content')))
  work.steps.put(own, { type: 'message', text: cutTo(words, 4096), next: onward(work, block) })
}

/** A file has to be chosen again: what is here is the address of one that lies there. */
const send =
  (kind: 'image' | 'video' | 'audio'): Convert =>
  (work, block, own) => {
    const url = textAt(objectAt(block.raw, 'content'), 'url')
    work.steps.put(own, { type: 'media', kind, next: onward(work, block), ...(url !== '' && { label: cutTo(url, 100) }) })
    work.steps.tell('file', own, about(block), url)
  }

/** A page that was shown within the chat, or to which the customer was taken. */
const link =
  (address: (block: Block) => string): Convert =>
  (work, block, own) => {
    const url = filled(work, block, own, address(block).trim())
    if (url === '') return hold(work, block, own)
    work.steps.put(own, { type: 'message', text: cutTo(url, 4096), next: onward(work, block) })
    work.steps.tell('link', own, about(block), url)
  }

/** What the product fills in by itself. */
const known: Readonly<Record<string, string>> = { Empty: '', 'Contact name': '{{contact.name}}', 'Phone number': '{{contact.phone}}' }

/** A value as it is written: a text, or code that is nothing but a value. */
const writtenIn = (code: string, isCode: boolean): string | null => {
  if (!isCode) return code
  const [, single, double, bare] = /^(?:'([^'\\]*)'|"([^"\\]*)"|(-?\d+(?:\.\d+)?|\{\{[^{}]+\}\}))$/.exec(code.trim()) ?? []
  return single ?? double ?? bare ?? null
}

const setVariable: Convert = (work, block, own) => {
  const { steps, names } = work
  const { options } = block
  const name = names.byId(textAt(options, 'variableId'))
  if (name === undefined) return hold(work, block, own)
  const type = textAt(options, 'type') || 'Custom'
  const code = textAt(options, 'expressionToEvaluate')
  const value = type === 'Custom' ? writtenIn(code, isTrueAt(options, 'isCode')) : Object.hasOwn(known, type) ? known[type]! : null
  const set = (to: string, next: string | null): DraftNode => ({ type: 'variable', set: [{ name, value: to }], next })
  const next = onward(work, block)
  if (value !== null) {
    const text = filled(work, block, own, value)
    return void steps.put(own, set(cutTo(text, 4096), next))
  }
  // The variable is there for the steps that read it; what goes into it is still to be decided.
  steps.put(own, placeFor(work.product, about(block), `{{${name}}} = ${type === 'Custom' ? code : type}`, steps.add(set('', next))))
  steps.tell('code', own, about(block), type === 'Custom' ? code : type)
}

const pause: Convert = (work, block, own) => {
  const seconds = numberAt(block.options, 'secondsToWaitFor')
  if (seconds === undefined) return hold(work, block, own)
  work.steps.put(own, { type: 'delay', seconds: within(seconds, 1, 30 * 24 * 3600), next: onward(work, block) })
}

const split: Convert = (work, block, own) => {
  const items = objectsAt(block.raw, 'items')
  const share = within(numberAt(block.options, 'aPercent') ?? 50, 1, 99)
  if (items.length !== 2) return hold(work, block, own)
  const arms = items.map((item, at) => {
    const name = at === 0 ? 'A' : 'B'
    return {
      id: name.toLowerCase(),
      label: name,
      share: at === 0 ? share : 100 - share,
      next: work.stepFor(work.graph.afterItem(block, item)) ?? work.steps.end(),
    }
  })
  work.steps.put(own, { type: 'ab_split', arms })
}

const otherFlow: Convert = (work, block, own) => {
  work.steps.put(own, { type: 'subflow', flow: null, next: onward(work, block) })
  work.steps.tell('other_flow', own, about(block))
}

const call: Convert = (work, block, own) => {
  if (!request(work, block, own)) hold(work, block, own)
}

const handOver: Convert = (work, block, own) => {
  work.steps.put(own, { type: 'transfer_to_agent' })
  work.steps.tell('person', own, about(block))
}

const converts: Readonly<Record<string, Convert>> = {
  text: say,
  image: send('image'),
  video: send('video'),
  audio: send('audio'),
  embed: link(({ raw }) => textAt(objectAt(raw, 'content'), 'url')),
  Redirect: link(({ options }) => textAt(options, 'url')),
  Condition: decide,
  'Set variable': setVariable,
  Wait: pause,
  'AB test': split,
  'Typebot link': otherFlow,
  Code: (work, block, own) => hold(work, block, own, 'code', textAt(block.options, 'content')),
  Webhook: call,
  Zapier: call,
  'Make.com': call,
  Pabbly: call,
  Chatwoot: handOver,
}

/** The step of a block, under its id; `before` are the words that were said before a question. */
export const stepsOf = (work: Work, block: Block, own: string, before: string): void => {
  if (isQuestion(block)) return ask(work, block, own, before)
  const convert = Object.hasOwn(converts, block.type) ? converts[block.type]! : hold
  convert(work, block, own)
}

import type { FlowDraft } from '../../definition.ts'
import { alwaysWords } from '../../gallery/welcome/everyday-words.ts'
import type { Imported } from '../imported.ts'
import { NotImported } from '../imported.ts'
import { cutTo, numberAt, objectAt, objectsAt, type Raw, textAt, textOf, within } from '../read.ts'
import type { DraftNode } from '../steps.ts'
import { createSteps } from '../steps.ts'
import { isQuestion } from './asks.ts'
import { stepsOf } from './blocks.ts'
import type { Block } from './graph.ts'
import { readGraph } from './graph.ts'
import { readNames } from './variables.ts'
import { wordsOf } from './rich-text.ts'
import type { Work } from './work.ts'

export const product = 'Typebot'

/** Whether a file looks like an export of this product, of whatever version. */
export const isTypebot = (file: Raw): boolean =>
  Array.isArray(file['groups']) ? Array.isArray(file['edges']) : Array.isArray(file['edges']) && Array.isArray(file['blocks'])

const hour = 3600

/** What a bot on WhatsApp does by its settings: how long it waits, and by which words it begins. */
const whatsAppOf = (bot: Raw) => {
  const settings = objectAt(objectAt(bot, 'settings'), 'whatsApp')
  const condition = objectAt(settings, 'startCondition')
  const words = objectsAt(condition, 'comparisons').map((one) => ({ operator: textAt(one, 'comparisonOperator'), value: textAt(one, 'value').trim() }))
  return {
    silence: within((numberAt(settings, 'sessionExpiryTimeout') ?? 4) * hour, 5, 30 * 24 * hour),
    words,
    isAll: textAt(condition, 'logicalOperator') !== 'OR',
  }
}

const triggersOf = (work: Work, { words, isAll }: ReturnType<typeof whatsAppOf>): NonNullable<FlowDraft['triggers']> => {
  if (words.length === 0) return [{ type: 'any' }]
  const operators = new Set(words.map(({ operator }) => operator))
  const [operator] = operators
  const isSaid = operators.size === 1 && (operator === 'Contains' || operator === 'Equal to') && (words.length === 1 || !isAll)
  if (isSaid && words.every(({ value }) => value !== '' && value.length <= 60) && words.length <= 50)
    return [{ type: 'keyword', words: words.map(({ value }) => value), match: operator === 'Contains' ? 'anywhere' : 'exact' }]
  work.steps.tell('begins', null, { block: 'start condition', group: '' }, words.map(({ operator: by, value }) => `${by} ${value}`).join(', '))
  return [{ type: 'any' }]
}

/** Variables that have a value from the beginning get it before the first step. */
const firstValues = (work: Work, bot: Raw, first: string | null): string | null => {
  const set = objectsAt(bot, 'variables').flatMap((variable) => {
    const name = work.names.byId(textAt(variable, 'id'))
    const value = Array.isArray(variable['value']) ? variable['value'].map(textOf).join(', ') : textAt(variable, 'value')
    return name !== undefined && value !== '' ? [{ name, value: cutTo(value, 4096) }] : []
  })
  return set.length === 0 ? first : work.steps.add({ type: 'variable', set: set.slice(0, 20), next: first } satisfies DraftNode)
}

/** Makes a flow of a bot: blocks that customers can come to become steps, a text before a question becomes its words. */
const convertBot = (bot: Raw): Imported['flows'][number] => {
  const graph = readGraph(bot)
  const names = readNames(bot)
  const steps = createSteps()
  const ids = new Map<string, string>()
  const open: Block[] = []
  const seen = new Set<Block>()

  /** Blocks that only lead on: jumps, and what says nothing. */
  const passes = (block: Block): Block | null | undefined => {
    if (block.type === 'Jump') {
      const to = graph.entry(textAt(block.options, 'groupId'), textAt(block.options, 'blockId'))
      return to ?? undefined
    }
    if (block.type === 'Typebot link' && textAt(block.options, 'typebotId') === 'current' && textAt(block.options, 'groupId') !== '')
      return graph.entry(textAt(block.options, 'groupId'), '') ?? undefined
    if (block.type === 'Return') return null
    const isIdle =
      (block.type === 'text' && wordsOf(objectAt(block.raw, 'content')) === '') ||
      (block.type === 'Set variable' && textAt(block.options, 'variableId') === '') ||
      (block.type === 'Wait' && (numberAt(block.options, 'secondsToWaitFor') ?? (textAt(block.options, 'secondsToWaitFor') === '' ? 0 : 1)) <= 0)
    return isIdle ? graph.after(block) : undefined
  }
  const landing = (block: Block | null): Block | null => {
    const passed = new Set<Block>()
    let at = block
    while (at !== null && !passed.has(at)) {
      passed.add(at)
      seen.add(at)
      const on = passes(at)
      if (on === undefined) return at
      at = on
    }
    // Round and round without a word: there is nothing to come to.
    return null
  }
  const stepFor = (block: Block | null): string | null => {
    const to = landing(block)
    if (to === null) return null
    const known = ids.get(to.id)
    if (known !== undefined) return known
    const id = steps.reserve()
    ids.set(to.id, id)
    open.push(to)
    return id
  }
  const work: Work = { graph, names, steps, product, stepFor, landing }

  const beginning = stepFor(graph.start())
  for (let block = open.shift(); block !== undefined; block = open.shift()) {
    const own = ids.get(block.id)!
    const following = block.type === 'text' ? landing(graph.after(block)) : null
    const asked = following !== null && isQuestion(following)
    stepsOf(work, asked ? following : block, own, asked ? wordsOf(objectAt(block.raw, 'content')) : '')
    if (block.group !== '' && block === graph.groups().find(({ title }) => title === block.group)?.blocks[0]) steps.name(own, block.group)
  }
  for (const { title, blocks } of graph.groups())
    if (blocks.length > 0 && !blocks.some((block) => seen.has(block) || block.type === 'start')) steps.tell('unreachable', null, { block: '', group: title })
  for (const event of objectsAt(bot, 'events')) if (textAt(event, 'type') !== 'start') steps.tell('begins', null, { block: textAt(event, 'type'), group: '' })
  const titles = graph.groups().map(({ title }) => title)
  const placeOf = (group: string) => titles.indexOf(group)
  const channel = whatsAppOf(bot)
  const triggers = triggersOf(work, channel)
  const start = firstValues(work, bot, beginning)
  if (start === null) throw new NotImported('empty', 'Nothing follows the start of this bot.')
  return {
    name: cutTo(textAt(bot, 'name').trim(), 200),
    definition: {
      schema: 1,
      start,
      triggers,
      always: { ...alwaysWords },
      handlers: { onSilence: { seconds: channel.silence, next: null } },
      nodes: steps.nodes(),
    },
    leftovers: steps.leftovers.toSorted((one, other) => placeOf(one.group) - placeOf(other.group)),
  }
}

/** The flow that an export of Typebot holds, of its versions 3 to 6. */
export const fromTypebot = (file: Raw): Imported => {
  const version = Number.parseInt(textAt(file, 'version'), 10)
  if (!(version >= 3 && version <= 6)) throw new NotImported('version', 'Only exports of the versions 3 to 6 can be read.')
  return { product: 'typebot', flows: [convertBot(file)], replies: 0 }
}

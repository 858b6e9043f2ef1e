import { cutTo, isTrueAt, numberAt, objectAt, objectsAt, type Raw, textAt, within } from '../read.ts'
import type { DraftNode } from '../steps.ts'
import { unwritten } from '../steps.ts'
import type { Block } from './graph.ts'
import type { Work } from './work.ts'
import { about, filled } from './work.ts'

type Input = Extract<DraftNode, { type: 'input' }>
type Asked = Pick<Input, 'expect'> & Partial<Input>

/** What is expected by each kind of question that has no options. */
const inputs: Readonly<Record<string, (options: Raw) => Asked>> = {
  'text input': () => ({ expect: 'text' }),
  'email input': () => ({ expect: 'email' }),
  'phone number input': () => ({ expect: 'phone' }),
  'url input': () => ({ expect: 'text', pattern: '^\\S+\\.\\S+$' }),
  'number input': (options) => {
    const [min, max] = [numberAt(options, 'min'), numberAt(options, 'max')]
    return { expect: 'number', ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
  },
  'date input': (options) => ({ expect: isTrueAt(options, 'hasTime') ? 'datetime' : 'date' }),
  'time input': () => ({ expect: 'time' }),
  'rating input': (options) => ({ expect: 'rating', scale: within(numberAt(options, 'length') ?? 10, 3, 10) }),
  'file input': (options) => {
    const skip = cutTo(textAt(objectAt(options, 'labels'), 'skip'), 60)
    return { expect: 'file', ...(options['isRequired'] === false && { skipWords: [skip || 'skip'] }) }
  },
}

const choices = new Set(['choice input', 'picture choice input', 'cards'])
const longestLabel = 100
const mostOptions = 30

/** Whether a block asks the customer something that a step can ask: a text that stands before it becomes its words. */
export const isQuestion = ({ type }: Block): boolean => choices.has(type) || Object.hasOwn(inputs, type)

const namedIn = ({ names }: Work, options: Raw): string | undefined => names.byId(textAt(options, 'variableId'))

/** The words of a question: those before it, else what stood in its empty field, else what is still to be written. */
const wordsFor = (work: Work, block: Block, own: string, before: string): string => {
  const written = before || textAt(objectAt(block.options, 'labels'), 'placeholder').trim()
  if (before === '') work.steps.tell('question', own, about(block), written)
  const words = written === '' ? unwritten(`${work.product}: ${block.type}`) : filled(work, block, own, written)
  if (words.length > 4096) work.steps.tell('cut', own, about(block))
  return cutTo(words, 4096)
}

const again = (work: Work, block: Block, own: string) => {
  const text = textAt(block.options, 'retryMessageContent').trim()
  return text === '' ? {} : { invalidText: cutTo(filled(work, block, own, text), 1024) }
}

type Chosen = { words: string; of: Raw; way: Raw }

/** The options of a block, with what leads on from each. */
const chosenOf = (block: Block): Chosen[] => {
  const items = objectsAt(block.raw, 'items')
  if (block.type !== 'cards') return items.map((of) => ({ words: textAt(of, 'content') || textAt(of, 'title') || textAt(of, 'description'), of, way: of }))
  return items.flatMap((of) => {
    const [title, paths] = [textAt(of, 'title'), objectsAt(of, 'paths')]
    if (paths.length === 0) return [{ words: title, of, way: of }]
    return paths.map((way) => ({ words: items.length > 1 && title ? `${title}: ${textAt(way, 'text')}` : textAt(way, 'text'), of, way }))
  })
}

const isShownSometimes = ({ of }: Chosen): boolean =>
  [objectAt(of, 'displayCondition'), objectAt(objectAt(of, 'options'), 'displayCondition')].some((condition) => isTrueAt(condition, 'isEnabled'))

const pictureOf = ({ of }: Chosen): string => textAt(of, 'pictureSrc') || textAt(of, 'imageUrl')

/** Options that came out of a variable while people talked: what is written in their place was never shown. */
const isListed = ({ options }: Block): boolean => textAt(options, 'dynamicVariableId') !== '' || isTrueAt(objectAt(options, 'dynamicItems'), 'isEnabled')

const menu = (work: Work, block: Block, own: string, before: string): void => {
  const { steps, graph, stepFor } = work
  const chosen = chosenOf(block)
  const tell = (code: Parameters<typeof steps.tell>[0], value = '') => steps.tell(code, own, about(block), value)
  if (chosen.length === 0 || isListed(block)) {
    tell('listed_answers')
    return input(work, block, own, before, { expect: 'text' })
  }
  if (isTrueAt(block.options, 'isMultipleChoice')) tell('several_answers')
  if (chosen.some(isShownSometimes)) tell('shown_if')
  if (chosen.length > mostOptions || chosen.some(({ words }) => words.length > longestLabel)) tell('cut')
  const picture = chosen.map(pictureOf).find((address) => address !== '')
  if (picture !== undefined) tell('file', picture)
  const saveAs = namedIn(work, block.options)
  steps.put(own, {
    type: 'menu',
    text: wordsFor(work, block, own, before),
    options: chosen.slice(0, mostOptions).map(({ words, way }, at) => ({
      id: `o${at + 1}`,
      label: cutTo(filled(work, block, own, words).trim(), longestLabel) || unwritten(`${at + 1}`),
      next: stepFor(graph.afterItem(block, way)) ?? steps.end(),
    })),
    ...again(work, block, own),
    ...(saveAs !== undefined && { saveAs }),
  })
}

const input = (work: Work, block: Block, own: string, before: string, asked: Asked): void => {
  const { steps, graph, names, stepFor } = work
  if (isTrueAt(block.options, 'isRange')) steps.tell('range', own, about(block))
  steps.put(own, {
    type: 'input',
    text: wordsFor(work, block, own, before),
    saveAs: namedIn(work, block.options) ?? names.fresh('answer'),
    ...asked,
    ...again(work, block, own),
    next: stepFor(graph.after(block)),
  })
}

/** The step of a block that asks, with the words that were said before it. */
export const ask = (work: Work, block: Block, own: string, before: string): void =>
  choices.has(block.type) ? menu(work, block, own, before) : input(work, block, own, before, inputs[block.type]!(block.options))

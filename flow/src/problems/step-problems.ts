import type { ChannelAbilities } from '@chasqui/contracts/channel'
import type { FlowProblem } from '@chasqui/contracts/http/flows'
import type { FlowNode } from '../definition.ts'
import { builtInVariables } from '../built-in-variables.ts'
import { fits } from '../engine/cut.ts'
import { fold } from '../understanding/fold.ts'
import { readBy, setBy, spokenBy } from './node-texts.ts'
import type { MenuNode } from '../engine/nodes.ts'
import { namesIn } from '../engine/substitute.ts'

export type Found = Omit<FlowProblem, 'nodeId'>
/** What a step is checked against. Without abilities the tightest channel that has choices counts. */
export type Known = { variables: Set<string>; abilities: ChannelAbilities | null; isPattern: (pattern: string) => boolean }

export const error = (code: string, message: string): Found => ({ severity: 'error', code: `flow.${code}`, message })
export const warning = (code: string, message: string): Found => ({ severity: 'warning', code: `flow.${code}`, message })

/** The tightest limits among the channels that show choices: three buttons of 20, ten rows of 24. */
const tightest: Pick<ChannelAbilities, 'buttons' | 'list'> = {
  buttons: { max: 3, title: 20, id: 256, body: 1024 },
  list: { rows: 10, sections: 10, id: 200, title: 24, description: 72, button: 20, body: 1024 },
}
/** Characters beyond which people on a phone stop reading. */
const readable = 700

/** What is wrong with one step by itself. */
export const problemsOfStep = (node: FlowNode, known: Known): Found[] => [
  ...textProblems(node),
  ...variableProblems(node, known),
  ...(node.type === 'menu' ? [...optionProblems(node), ...limitProblems(node, known)] : []),
  ...(node.type === 'menu' || node.type === 'input' ? timeoutProblems(node) : []),
  ...(node.type === 'input' ? inputProblems(node, known) : []),
  ...(node.type === 'condition' ? conditionProblems(node, known) : []),
]

const textProblems = (node: FlowNode): Found[] => {
  const needsText = node.type === 'message' || node.type === 'menu' || node.type === 'input'
  const empty = needsText && node.text.trim() === '' ? [error('text_missing', 'This step has no text.')] : []
  const long = spokenBy(node).some((text) => !fits(text, readable))
  return long ? [...empty, warning('text_long', `Texts of more than ${readable} characters are hard to read on a phone.`)] : empty
}

const builtIn = new Set<string>(builtInVariables)

const variableProblems = (node: FlowNode, known: Known): Found[] => {
  const unknown = [...new Set(readBy(node))].filter((name) => !known.variables.has(name) && !builtIn.has(name))
  const reserved = setBy(node).filter((name) => /^(?:contact|business|message)\./.test(name))
  return [
    ...unknown.map((name) => error('variable_unknown', `No step sets the variable “${name}”.`)),
    ...reserved.map((name) => error('variable_reserved', `“${name}” is filled in by the product; choose another name.`)),
  ]
}

const repeated = (values: string[]): string[] => [...new Set(values.filter((value, at) => values.indexOf(value) !== at))]

const optionProblems = (node: MenuNode): Found[] => [
  ...repeated(node.options.map((option) => option.id)).map((id) => error('option_id_repeated', `Two options have the id “${id}”.`)),
  ...repeated(node.options.map((option) => fold(option.label) || option.label.trim())).map((label) =>
    error('option_label_repeated', `Two options read “${label}”.`),
  ),
  ...node.options.filter((option) => option.label.trim() === '').map((option) => error('text_missing', `The option “${option.id}” has no label.`)),
  ...node.options
    .filter((option) => option.id.trim() !== option.id)
    .map((option) => error('option_id_blank', `The id of option “${option.label}” begins or ends with a blank.`)),
  ...node.options
    .filter((option) => option.next === null)
    .map((option) => warning('option_leads_nowhere', `After option “${option.label}” the flow ends without a word.`)),
]

/** Only a forced style can be over a limit: `auto` takes the style that fits. */
const limitProblems = (node: MenuNode, { abilities }: Known): Found[] => {
  if (node.style !== 'buttons' && node.style !== 'list') return []
  const rule = (abilities ?? tightest)[node.style]
  if (!rule) return [warning('style_not_offered', `This channel has no ${node.style}; the options will be shown another way.`)]
  const most = 'rows' in rule ? rule.rows : rule.max
  const tooMany = node.options.length > most ? [error('over_limit', `At most ${most} options can be shown as ${node.style}.`)] : []
  const checked = [
    ...node.options.map((option) => ({ text: option.label, limit: rule.title })),
    ...('rows' in rule
      ? [...node.options.map((option) => ({ text: option.description ?? '', limit: rule.description })), { text: node.button ?? '', limit: rule.button }]
      : []),
    { text: node.text, limit: rule.body },
  ]
  const tooLong = checked.filter(({ text, limit }) => namesIn(text).length === 0 && !fits(text, limit))
  return [...tooMany, ...tooLong.map(({ text, limit }) => error('over_limit', `“${text.slice(0, 60)}” is longer than the ${limit} characters that fit there.`))]
}

const timeoutProblems = (node: Extract<FlowNode, { type: 'menu' | 'input' }>): Found[] =>
  node.timeout ? [] : [warning('timeout_missing', 'Without a time-out, a customer who does not answer stays here for ever.')]

const inputProblems = (node: Extract<FlowNode, { type: 'input' }>, { isPattern }: Known): Found[] => [
  ...((node.min ?? -Infinity) > (node.max ?? Infinity) ? [error('range_empty', 'The smallest allowed value is above the largest.')] : []),
  ...(node.hours && node.hours.from >= node.hours.to ? [error('range_empty', 'The hours end before they begin.')] : []),
  ...(node.pattern !== undefined && !isPattern(node.pattern) ? [error('pattern_invalid', 'The pattern cannot be read.')] : []),
]

const conditionProblems = (node: Extract<FlowNode, { type: 'condition' }>, { isPattern }: Known): Found[] => {
  const comparisons = [...node.all, ...node.any]
  if (comparisons.length === 0) return [warning('condition_empty', 'Nothing is compared here, so the answer is always yes.')]
  return comparisons.flatMap(({ operator, value, variable }) => {
    if (!operator.startsWith('is_') && value === undefined) return [error('value_missing', `There is nothing to compare “${variable}” with.`)]
    return operator === 'matches' && !(typeof value === 'string' && isPattern(value)) ? [error('pattern_invalid', 'The pattern cannot be read.')] : []
  })
}

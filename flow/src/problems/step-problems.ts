import type { FlowNode } from '../definition.ts'
import { fits } from '../engine/cut.ts'
import type { Output } from '../engine/output.ts'
import { namesIn } from '../engine/substitute.ts'
import { behaviourOf } from '../steps/behaviours.ts'
import type { Found, Known } from './found.ts'
import { error, warning } from './found.ts'
import { readBy, setBy, unknownOf } from './variables.ts'

/** Characters beyond which people on a phone stop reading. */
const readable = 700

/** What is wrong with one step by itself: what its type knows, and what is checked of every step. */
export const problemsOfStep = (node: FlowNode, known: Known): Found[] => {
  const { problems, outputs } = behaviourOf(node)
  return [
    ...(problems?.(node, known) ?? []),
    ...variableProblems(node, known),
    ...choiceProblems(outputs(node)),
    ...lengthProblems(node),
    ...placeholderProblems(node),
  ]
}

const variableProblems = (node: FlowNode, known: Known): Found[] => {
  // What a part is given is known to those that go into it.
  const unknown = known.isPart ? [] : unknownOf(readBy(node), known.variables)
  const reserved = setBy(node).filter((name) => /^(?:contact|business|message|secret)\./.test(name))
  return [
    ...unknown.map((name) => error('variable_unknown', `No step sets the variable “${name}”.`, { ...fieldOfVariable(node, name), values: { name } })),
    ...reserved.map((name) =>
      error('variable_reserved', `“${name}” is filled in by the product; choose another name.`, {
        ...fieldOf(node, (text) => text === name || name.startsWith(`${text}.`)),
        values: { name },
      }),
    ),
  ]
}

/** The ways that a step chooses between by itself: who means the flow to end there says so with a step that ends it. */
const choiceProblems = (outputs: Output[]): Found[] => {
  const choices = outputs.filter(({ after }) => after === 'nothing')
  const open = choices.filter(({ next }) => next === null)
  if (choices.length < 2 || open.length === 0) return []
  if (open.length === choices.length) return [error('leads_nowhere', 'None of its ways out leads anywhere.', { field: choices[0]!.path.join('.') })]
  return open.map(({ id, label, path }) =>
    error('way_leads_nowhere', `By “${label ?? id}” the flow ends without a word.`, { field: path.join('.'), values: { name: label ?? id } }),
  )
}

const lengthProblems = (node: FlowNode): Found[] => {
  const long = behaviourOf(node).texts?.(node).find(isLong)
  return long === undefined ? [] : [tooLong(fieldOf(node, (text) => text === long))]
}

const isLong = (text: string): boolean => !fits(text, readable)
const tooLong = (about: { field?: string }): Found =>
  warning('text_long', `Texts of more than ${readable} characters are hard to read on a phone.`, { ...about, values: { most: readable } })

/** `[[address]]`: what whoever made a ready-made or imported flow could not know. */
const placeholder = /\[\[([^[\]]{1,200})\]\]/

const placeholderProblems = (node: FlowNode): Found[] => {
  const { texts, notes } = behaviourOf(node)
  return [...(texts?.(node) ?? []), ...(notes?.(node) ?? [])].flatMap((text) =>
    leftIn(
      text,
      fieldOf(node, (other) => other === text),
    ),
  )
}

const leftIn = (text: string, about: { field?: string }): Found[] => {
  const what = placeholder.exec(text)?.[1]?.trim()
  return what === undefined ? [] : [error('placeholder_left', `“${what}” still has to be written.`, { ...about, values: { what } })]
}

/** What is wrong with words that the customer reads and that stand in no step. */
export const problemsOfWords = (text: string, field: string, { isPart, variables }: Known): Found[] => [
  ...(text.trim() === '' ? [error('text_missing', 'These words are missing.', { field })] : []),
  ...(isPart ? [] : unknownOf(namesIn(text), variables)).map((name) =>
    error('variable_unknown', `No step sets the variable “${name}”.`, { field, values: { name } }),
  ),
  ...(isLong(text) ? [tooLong({ field })] : []),
  ...leftIn(text, { field }),
]

/** Where in a step a variable is read first. */
export const fieldOfVariable = (node: FlowNode, name: string): { field?: string } => fieldOf(node, (text) => text === name || namesIn(text).includes(name))

/** Where in a step the first text stands that this is true of. */
const fieldOf = (node: FlowNode, isMeant: (text: string) => boolean): { field?: string } => {
  const field = pathTo(node, isMeant)
  return field === null ? {} : { field: field.join('.') }
}

const pathTo = (value: unknown, isMeant: (text: string) => boolean): string[] | null => {
  if (typeof value === 'string') return isMeant(value) ? [] : null
  if (typeof value !== 'object' || value === null) return null
  for (const [key, inner] of Object.entries(value)) {
    const path = pathTo(inner, isMeant)
    if (path) return [key, ...path]
  }
  return null
}

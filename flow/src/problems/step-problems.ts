import { builtInVariables } from '../built-in-variables.ts'
import type { FlowNode } from '../definition.ts'
import { fits } from '../engine/cut.ts'
import type { Output } from '../engine/output.ts'
import { namesIn } from '../engine/substitute.ts'
import { behaviourOf } from '../steps/behaviours.ts'
import type { Found, Known } from './found.ts'
import { error, warning } from './found.ts'
import { readBy, setBy } from './variables.ts'

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

const builtIn = new Set<string>(builtInVariables)

const variableProblems = (node: FlowNode, known: Known): Found[] => {
  const unknown = [...new Set(readBy(node))].filter((name) => !known.variables.has(name) && !builtIn.has(name))
  const reserved = setBy(node).filter((name) => /^(?:contact|business|message|secret)\./.test(name))
  return [
    ...unknown.map((name) =>
      error('variable_unknown', `No step sets the variable “${name}”.`, {
        ...fieldOf(node, (text) => text === name || namesIn(text).includes(name)),
        values: { name },
      }),
    ),
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
  const long = behaviourOf(node)
    .texts?.(node)
    .find((text) => !fits(text, readable))
  if (long === undefined) return []
  return [
    warning('text_long', `Texts of more than ${readable} characters are hard to read on a phone.`, {
      ...fieldOf(node, (text) => text === long),
      values: { most: readable },
    }),
  ]
}

/** `[[address]]`: what whoever made a ready-made or imported flow could not know. */
const placeholder = /\[\[([^[\]]{1,200})\]\]/

const placeholderProblems = (node: FlowNode): Found[] => {
  const { texts, notes } = behaviourOf(node)
  return [...(texts?.(node) ?? []), ...(notes?.(node) ?? [])].flatMap((text) => {
    const what = placeholder.exec(text)?.[1]?.trim()
    return what === undefined
      ? []
      : [error('placeholder_left', `“${what}” still has to be written.`, { ...fieldOf(node, (other) => other === text), values: { what } })]
  })
}

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

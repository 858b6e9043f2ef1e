import { builtInVariables } from '../built-in-variables.ts'
import type { FlowNode } from '../definition.ts'
import { fits } from '../engine/cut.ts'
import { behaviourOf } from '../steps/behaviours.ts'
import type { Found, Known } from './found.ts'
import { error, warning } from './found.ts'
import { readBy, setBy } from './variables.ts'

/** Characters beyond which people on a phone stop reading. */
const readable = 700

/** What is wrong with one step by itself: what its type knows, and what is checked of every step. */
export const problemsOfStep = (node: FlowNode, known: Known): Found[] => {
  const { problems, texts } = behaviourOf(node)
  const long = texts?.(node).some((text) => !fits(text, readable))
  return [
    ...(problems?.(node, known) ?? []),
    ...variableProblems(node, known),
    ...(long ? [warning('text_long', `Texts of more than ${readable} characters are hard to read on a phone.`)] : []),
  ]
}

const builtIn = new Set<string>(builtInVariables)

const variableProblems = (node: FlowNode, known: Known): Found[] => {
  const unknown = [...new Set(readBy(node))].filter((name) => !known.variables.has(name) && !builtIn.has(name))
  const reserved = setBy(node).filter((name) => /^(?:contact|business|message|secret)\./.test(name))
  return [
    ...unknown.map((name) => error('variable_unknown', `No step sets the variable “${name}”.`)),
    ...reserved.map((name) => error('variable_reserved', `“${name}” is filled in by the product; choose another name.`)),
  ]
}

import type { InputNode } from '../../engine/nodes.ts'
import type { Found, Known } from '../../problems/found.ts'
import { error, missingText, missingTimeout, warning } from '../../problems/found.ts'

export const problemsOfInput = (node: InputNode, known: Known): Found[] => [
  ...missingText(node),
  ...missingTimeout(node, known),
  ...lostAnswer(node, known),
  ...((node.min ?? -Infinity) > (node.max ?? Infinity) ? [error('range_empty', 'The smallest allowed value is above the largest.', { field: 'min' })] : []),
  ...(node.hours && node.hours.from >= node.hours.to ? [error('range_empty', 'The hours end before they begin.', { field: 'hours' })] : []),
  ...(node.pattern !== undefined && !known.isPattern(node.pattern) ? [error('pattern_invalid', 'The pattern cannot be read.', { field: 'pattern' })] : []),
]

/** With the flow its variables go: an answer after which it ends is kept only in the contact, or by the flow that this one is a part of. */
const lostAnswer = ({ next, saveToContact }: InputNode, { isPart }: Known): Found[] =>
  next !== null || saveToContact !== undefined || isPart
    ? []
    : [warning('answer_lost', 'The flow ends after the answer, and nothing is done with it.', { field: 'next' })]

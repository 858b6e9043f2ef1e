import type { InputNode } from '../../engine/nodes.ts'
import type { Found, Known } from '../../problems/found.ts'
import { error, missingText, missingTimeout } from '../../problems/found.ts'

export const problemsOfInput = (node: InputNode, { isPattern }: Known): Found[] => [
  ...missingText(node),
  ...missingTimeout(node),
  ...((node.min ?? -Infinity) > (node.max ?? Infinity) ? [error('range_empty', 'The smallest allowed value is above the largest.', { field: 'min' })] : []),
  ...(node.hours && node.hours.from >= node.hours.to ? [error('range_empty', 'The hours end before they begin.', { field: 'hours' })] : []),
  ...(node.pattern !== undefined && !isPattern(node.pattern) ? [error('pattern_invalid', 'The pattern cannot be read.', { field: 'pattern' })] : []),
]

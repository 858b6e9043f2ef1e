import type { Comparison } from '../definition.ts'
import type { Found, Known } from './found.ts'
import { error } from './found.ts'

/** The author's texts in comparisons, in which variables are filled in. */
export const textsCompared = (comparisons: Comparison[]): string[] =>
  comparisons.flatMap(({ value }) => (Array.isArray(value) ? value : typeof value === 'string' ? [value] : []))

export const comparisonProblems = (comparisons: Comparison[], { isPattern }: Known, field: string): Found[] =>
  comparisons.flatMap(({ operator, value, variable }, at) => {
    const about = { field: `${field}.${at}.value` }
    if (!operator.startsWith('is_') && value === undefined)
      return [error('value_missing', `There is nothing to compare “${variable}” with.`, { ...about, values: { variable } })]
    return operator === 'matches' && !(typeof value === 'string' && isPattern(value)) ? [error('pattern_invalid', 'The pattern cannot be read.', about)] : []
  })

import type { Comparison } from '../definition.ts'
import type { DraftNode, Steps } from './steps.ts'

/** A comparison, or its contrary, which steps do not have by themselves. */
export type Test = { comparison: Comparison; not?: boolean }
/** Holds when all tests of one of the groups do. */
export type Rule = { groups: Test[][]; to: string | null }

const isPlain = (tests: Test[]): boolean => tests.every(({ not }) => !not)
const compared = (tests: Test[]): Comparison[] => tests.map(({ comparison }) => comparison)

/** All of the tests, in one step where that can be said, else one after the other: the contrary of a test goes its other way. */
const allOf = (steps: Steps, tests: Test[], then: string | null, otherwise: string | null): string | null => {
  if (isPlain(tests)) return steps.add({ type: 'condition', all: compared(tests), then, otherwise })
  return tests.reduceRight<string | null>(
    (next, { comparison, not }) =>
      steps.add({ type: 'condition', all: [comparison], ...(not ? { then: otherwise, otherwise: next } : { then: next, otherwise }) }),
    then,
  )
}

const anyOf = (steps: Steps, { groups, to }: Rule, otherwise: string | null): string | null => {
  const single = groups.flatMap((tests) => (tests.length === 1 ? tests : []))
  if (groups.length > 1 && single.length === groups.length && isPlain(single))
    return steps.add({ type: 'condition', any: compared(single), then: to, otherwise })
  return groups.reduceRight<string | null>((next, tests) => allOf(steps, tests, to, next), otherwise)
}

/** The first step of what decides between rules, tried in their order. Several that ask for all of their tests become one choice of several ways. */
export const decideBetween = (steps: Steps, given: Rule[], fallback: string | null, label: string): string | null => {
  const rules = given.map((rule) => ({ ...rule, to: rule.to ?? steps.end() }))
  const otherwise = rules.length > 0 ? (fallback ?? steps.end()) : fallback
  const isChoice =
    rules.length > 1 && rules.length <= 20 && rules.every(({ groups: [tests, ...more] }) => more.length === 0 && tests!.length <= 10 && isPlain(tests!))
  const first = isChoice
    ? steps.add({
        type: 'switch',
        cases: rules.map(({ groups, to }, at) => ({ id: `c${at + 1}`, all: compared(groups[0]!), next: to })),
        otherwise,
      } satisfies DraftNode)
    : rules.reduceRight<string | null>((next, rule) => anyOf(steps, rule, next), otherwise)
  if (first !== null && label !== '') steps.name(first, label)
  return first
}

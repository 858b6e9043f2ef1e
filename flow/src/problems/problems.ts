import type { ChannelAbilities } from '@chasqui/contracts/channel'
import type { FlowProblem } from '@chasqui/contracts/http/flows'
import type { FlowDefinition } from '../definition.ts'
import { behaviourOf } from '../steps/behaviours.ts'
import { fold } from '../understanding/fold.ts'
import { behaviourOfTrigger } from '../triggers/behaviours.ts'
import { entriesOf, reachedFrom, ringsIn } from './graph.ts'
import { setIn } from './variables.ts'
import type { Found, Known } from './found.ts'
import { error, repeated, warning } from './found.ts'
import { problemsOfStep, problemsOfWords } from './step-problems.ts'

/**
 * What is wrong with a definition that its schema cannot see, errors first. With `abilities`, forced styles are held against that channel, else against the
 * tightest. `isPattern` says whether the pattern engine can read a pattern; without it every pattern passes.
 */
export const problemsIn = (
  definition: FlowDefinition,
  abilities: ChannelAbilities | null = null,
  isPattern: (pattern: string) => boolean = () => true,
): FlowProblem[] => {
  // Of what is not begun, nothing else is worth saying.
  if (Object.keys(definition.nodes).length === 0) return [at(null, error('no_steps', 'The flow has no steps yet.', { field: 'start' }))]
  const known: Known = {
    variables: setIn(definition),
    abilities,
    isPattern,
    isHeldOnSilence: definition.handlers.onSilence !== undefined,
    isPart: definition.triggers.length === 0,
    isCalled: definition.triggers.some(({ type }) => type === 'webhook'),
  }
  const steps = Object.entries(definition.nodes).flatMap(([id, node]) => problemsOfStep(node, known).map((found) => at(id, found)))
  const problems = [
    ...linkProblems(definition),
    ...reachProblems(definition),
    ...ringProblems(definition),
    ...steps,
    ...personProblems(definition),
    ...wordProblems(definition),
    ...handlerProblems(definition, known),
    ...triggerProblems(definition),
    ...abTestProblems(definition),
  ]
  return problems.toSorted((one, other) => one.severity.localeCompare(other.severity))
}

const at = (nodeId: string | null, found: Found): FlowProblem => ({ ...found, nodeId })

const linkProblems = (definition: FlowDefinition): FlowProblem[] => {
  const missing = (id: string | null): id is string => id !== null && !Object.hasOwn(definition.nodes, id)
  const start = missing(definition.start)
    ? [
        at(
          null,
          error('start_missing', `The flow starts at “${definition.start}”, which does not exist.`, { field: 'start', values: { step: definition.start } }),
        ),
      ]
    : []
  const entries = entriesOf(definition).filter((entry) => entry.name !== 'start' && missing(entry.to))
  const exits = Object.entries(definition.nodes).flatMap(([id, node]) =>
    behaviourOf(node)
      .outputs(node)
      .filter((output) => missing(output.next))
      .map((output) => ({ id, name: output.label ?? output.id, to: output.next, field: output.path.join('.') })),
  )
  const next = (name: string, to: string | null, field?: string) =>
    error('next_missing', `The way out “${name}” leads to “${to}”, which does not exist.`, {
      ...(field !== undefined && { field }),
      values: { name, to: to ?? '' },
    })
  const named = Object.entries(definition.nodes).flatMap(([id, node]) =>
    (behaviourOf(node).refers?.(node) ?? []).filter(({ step }) => missing(step)).map(({ field, step }) => at(id, next(field, step, field))),
  )
  return [
    ...start,
    ...entries.map(({ name, to, field }) => at(null, next(name, to, field))),
    ...exits.map(({ id, name, to, field }) => at(id, next(name, to, field))),
    ...named,
  ]
}

const reachProblems = (definition: FlowDefinition): FlowProblem[] => {
  const reached = reachedFrom(
    definition,
    entriesOf(definition).map((entry) => entry.to),
  )
  return Object.keys(definition.nodes)
    .filter((id) => !reached.has(id))
    .map((id) => at(id, error('unreachable', 'No step leads here.')))
}

const ringProblems = (definition: FlowDefinition): FlowProblem[] => {
  const spinning = ringsIn(definition, ({ after }) => after === 'nothing')
  const unheard = ringsIn(definition, ({ after }) => after !== 'answer').filter((ring) => !spinning.some((other) => other.some((id) => ring.includes(id))))
  return [
    ...spinning.map((ring) => {
      const steps = ring.join(', ')
      return at(ring[0]!, error('loop_without_wait', `These steps go round without waiting for anything: ${steps}.`, { values: { steps } }))
    }),
    ...unheard.map((ring) => {
      const steps = ring.join(', ')
      return at(ring[0]!, warning('loop_without_answer', `These steps go round without an answer from the customer: ${steps}.`, { values: { steps } }))
    }),
  ]
}

const personProblems = (definition: FlowDefinition): FlowProblem[] => {
  const reached = reachedFrom(
    definition,
    entriesOf(definition).map((entry) => entry.to),
  )
  const transfers = [...reached].some((id) => definition.nodes[id]!.type === 'transfer_to_agent')
  return transfers || definition.always.human.length > 0 ? [] : [at(null, warning('no_person', 'No step and no word leads to a person.'))]
}

const handlerProblems = ({ handlers: { onMedia } }: FlowDefinition, known: Known): FlowProblem[] =>
  onMedia?.do === 'say' ? problemsOfWords(onMedia.text, 'handlers.onMedia', known).map((found) => at(null, found)) : []

const triggerProblems = ({ triggers }: FlowDefinition): FlowProblem[] =>
  triggers.flatMap((trigger, place) =>
    (behaviourOfTrigger(trigger).problems?.(trigger) ?? []).map((found) => at(null, { ...found, field: `triggers.${place}.${found.field ?? 'type'}` })),
  )

const abTestProblems = ({ abTest }: FlowDefinition): FlowProblem[] => {
  if (!abTest) return []
  const sum = abTest.against.reduce((total, { share }) => total + share, 0)
  return [
    ...(sum < 100 ? [] : [error('ab_test_shares', `The other flows take ${sum} % and leave this one nothing.`, { field: 'abTest', values: { sum } })]),
    ...(repeated(abTest.against.map(({ flow }) => flow)).length === 0
      ? []
      : [error('ab_test_flow_twice', 'A flow stands in the test twice.', { field: 'abTest' })]),
  ].map((found) => at(null, found))
}

/** A word that stands for two things does the first: a person, then the menu or the start, then cancelling, then the stop. */
const wordProblems = ({ always }: FlowDefinition): FlowProblem[] => {
  const words = [always.human, always.menu, always.restart, always.cancel, always.stop].flatMap((list) => [
    ...new Set(list.map((word) => fold(word) || word.trim())),
  ])
  return [...new Set(words.filter((word, place) => words.indexOf(word) !== place))].map((word) =>
    at(null, warning('word_twice', `“${word}” stands for two things at every step.`, { field: 'always', values: { word } })),
  )
}

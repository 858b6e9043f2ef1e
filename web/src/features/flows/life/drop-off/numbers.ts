import type { DropOff, FlowDefinition, StepPeople } from '@chasqui/contracts'
import { edgesOf } from '../../canvas/graph.ts'

/** The step at which most people are lost; null while nobody is. */
export const hottestIn = (steps: readonly StepPeople[]): string | null =>
  steps.filter(({ lost }) => lost > 0).toSorted((one, other) => other.lost - one.lost || other.leaveRate - one.leaveRate)[0]?.step ?? null

/** How many people took each line of the drawing, by the id of the line. A way that was not told by its name is the one that leads there. */
export const peopleOnLines = (definition: FlowDefinition, steps: readonly StepPeople[]): Map<string, number> => {
  const lines = edgesOf(definition)
  const people = new Map<string, number>()
  for (const { step, ways } of steps)
    for (const { way, to, people: taken } of ways) {
      if (to === null) continue
      const from = lines.filter(({ source, target }) => source === step && target === to)
      const line = from.find(({ sourceHandle }) => sourceHandle === way) ?? from[0]
      if (line) people.set(line.id, (people.get(line.id) ?? 0) + taken)
    }
  return people
}

/** The steps as one meets them going on from the start. */
const asMet = (definition: FlowDefinition): string[] => {
  const lines = edgesOf(definition)
  const met = new Set([definition.start])
  for (const step of met) for (const { source, target } of lines) if (source === step) met.add(target)
  return [...met]
}

/** Steps in the order in which people come to them: most people first, and of as many the one that comes first in the flow. */
export const inOrder = ({ steps }: Pick<DropOff, 'steps'>, definition: FlowDefinition): StepPeople[] => {
  const met = asMet(definition)
  const placeOf = (step: string) => {
    const at = met.indexOf(step)
    return at < 0 ? met.length : at
  }
  return steps.toSorted((one, other) => other.people - one.people || placeOf(one.step) - placeOf(other.step))
}

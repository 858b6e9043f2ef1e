import type { StepBehaviour } from '../../engine/behaviour.ts'
import type { NodeOf } from '../../engine/nodes.ts'
import { nextOutput } from '../../engine/output.ts'
import type { Value } from '../../engine/run-state.ts'
import { fillForMachine, setVariable, type Turn, valueOf } from '../../engine/turn.ts'
import { go } from '../../engine/way.ts'
import { readFormula } from '../../formula/read-formula.ts'
import { reckon } from '../../formula/reckon.ts'
import { error } from '../../problems/found.ts'

type Assignment = NodeOf<'variable'>['set'][number]

export const variable: StepBehaviour<NodeOf<'variable'>> = {
  enter: (turn, node) => {
    for (const assignment of node.set) setVariable(turn, assignment.name, valueFor(turn, assignment))
    return go(node.next)
  },
  outputs: (node) => [nextOutput(node)],
  sets: (node) => node.set.map(({ name }) => name),
  notes: (node) => node.set.map(({ value }) => value),
  problems: (node) =>
    node.set.flatMap(({ value, formula }, place) => {
      const read = formula ? readFormula(value) : null
      if (!read || 'formula' in read) return []
      const { code, message, values } = read.unreadable
      return [error(code, message, { field: `set.${place}.value`, ...(values && { values }) })]
    }),
}

const valueFor = (turn: Turn, { value, formula }: Assignment): Value | null => {
  const { now, timeZone, locale } = turn.context
  return formula ? reckon(value, { now, timeZone, locale, valueOf: (name) => valueOf(turn, name) }) : fillForMachine(turn, value)
}

import type { FlowConflict, FlowDefinition, FlowProblem } from '@chasqui/contracts'
import { conflictsIn, type Candidate, type Conflict } from '@chasqui/flow'
import type { Tx } from '#platform/database/transaction'
import { triggersOf } from './known-triggers.ts'

const told = ({ flowIds, ...conflict }: Conflict, nameOf: (flowId: string) => string): FlowConflict => ({
  ...conflict,
  flows: flowIds.map((id) => ({ id, name: nameOf(id) })),
})

/** What several published flows want at once; the first of each gets it. */
export const listConflicts = async (tx: Tx): Promise<FlowConflict[]> => {
  const { index, flows } = await triggersOf(tx)
  return conflictsIn(index.candidates).map((conflict) => told(conflict, (id) => flows.get(id)!.name))
}

type Drafted = { id: string; name: string; definition: FlowDefinition; createdAt: string }

/** What a draft, once published, would want that other published flows want too. */
export const conflictProblems = (others: readonly Candidate[], { id, name, definition, createdAt }: Drafted): FlowProblem[] => {
  const own: Candidate = { flowId: id, name, priority: definition.priority, createdAt: Date.parse(createdAt), triggers: definition.triggers }
  const flows = [...others.filter(({ flowId }) => flowId !== id), own]
  const nameOf = (flowId: string) => flows.find((flow) => flow.flowId === flowId)!.name
  return conflictsIn(flows)
    .filter(({ flowIds }) => flowIds.includes(id))
    .map(({ type, shown, flowIds }): FlowProblem => {
      const names = flowIds.filter((flowId) => flowId !== id).map(nameOf)
      const values = { trigger: type, wanted: shown, flows: names.join(', '), first: nameOf(flowIds[0]!) }
      const wanted = shown === '' ? type : `${type} “${shown}”`
      return {
        severity: 'warning',
        code: 'flow.trigger_shared',
        nodeId: null,
        message: `Other flows want the same (${wanted}): ${values.flows}. “${values.first}” begins.`,
        values,
      }
    })
}

/** Whether a published flow wants what a flow wants, other than that flow itself. */
export const wantedByOthers = async (tx: Tx): Promise<(what: string, flowId: string) => boolean> => {
  const { wanted } = await triggersOf(tx)
  return (what, flowId) => {
    const flows = wanted.get(what)
    return flows !== undefined && flows.size > (flows.has(flowId) ? 1 : 0)
  }
}

/** The published flows of the tenant, for what a draft is held against. */
export const publishedFlows = async (tx: Tx): Promise<readonly Candidate[]> => (await triggersOf(tx)).index.candidates

import type { FlowDefinition, FlowProblem } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { triggersOf } from './known-triggers.ts'

/** Flows that a flow is to be tested against and that cannot begin: not published, or the flow itself. */
export const unknownRivals = async (tx: Tx, flowId: string, { abTest }: FlowDefinition): Promise<FlowProblem[]> => {
  if (!abTest) return []
  const { flows } = await triggersOf(tx)
  return abTest.against.flatMap(({ flow }, at) =>
    flow !== flowId && flows.has(flow)
      ? []
      : [
          {
            severity: 'error',
            nodeId: null,
            code: 'flow.ab_test_flow_missing',
            message: 'This is no other published flow.',
            field: `abTest.against.${at}.flow`,
          },
        ],
  )
}

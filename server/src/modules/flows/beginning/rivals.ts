import type { FlowDefinition } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { FieldError } from '#platform/failure'
import { triggersOf } from './known-triggers.ts'

/** Flows that a flow is to be tested against and that cannot begin: not published, or the flow itself. */
export const unknownRivals = async (tx: Tx, flowId: string, { abTest }: FlowDefinition): Promise<FieldError[]> => {
  if (!abTest) return []
  const { flows } = await triggersOf(tx)
  return abTest.against.flatMap(({ flow }, at) =>
    flow !== flowId && flows.has(flow)
      ? []
      : [{ path: `definition.abTest.against.${at}.flow`, code: 'flow.ab_test_flow_missing', message: 'This is no other published flow.' }],
  )
}

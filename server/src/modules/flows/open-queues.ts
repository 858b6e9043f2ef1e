import type { FlowDefinition } from '@chasqui/contracts'
import type { Context, RunState } from '@chasqui/flow'
import type { Tx } from '#platform/database/transaction'
import { oncePerDefinition } from './once-per-definition.ts'
import type { FlowsPorts } from './ports.ts'
import { definitionsFrom } from './subflows.ts'

const queuesIn = oncePerDefinition(({ nodes }) =>
  Object.values(nodes).flatMap((node) => (node.type === 'transfer_to_agent' && node.byHours && node.queue !== undefined ? [node.queue] : [])),
)

/** Whether somebody serves the queues whose hours a turn may ask about. Undefined for the many turns that ask about none, which cost nothing. */
export const openQueuesOf = async (
  tx: Tx,
  ports: FlowsPorts,
  own: FlowDefinition,
  state: RunState,
  subflows: Context['subflows'],
): Promise<Context['openQueues']> => {
  const queues = new Set(definitionsFrom(own, state, subflows).flatMap(queuesIn))
  return queues.size === 0 ? undefined : ports.openQueues(tx, [...queues])
}

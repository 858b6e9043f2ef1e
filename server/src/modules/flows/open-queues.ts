import type { FlowDefinition } from '@chasqui/contracts'
import type { Context, RunState } from '@chasqui/flow'
import type { Tx } from '#platform/database/transaction'
import type { FlowsPorts } from './ports.ts'
import { definitionsFrom } from './subflows.ts'

/** Definitions never change, so that which queues they ask about is looked up once. */
const named = new WeakMap<FlowDefinition, string[]>()
const queuesIn = (definition: FlowDefinition): string[] => {
  const known = named.get(definition)
  if (known) return known
  const queues = Object.values(definition.nodes).flatMap((node) =>
    node.type === 'transfer_to_agent' && node.byHours && node.queue !== undefined ? [node.queue] : [],
  )
  named.set(definition, queues)
  return queues
}

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

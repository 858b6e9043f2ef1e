import type { FlowDefinition, FlowTrigger } from '../definition.ts'
import type { CustomerMessage } from '../engine/heard.ts'
import { chooseFlow, indexTriggers } from './choose.ts'

/** The trigger by which a message begins this flow, tried out alone and where it serves, while somebody is there; null when it does not. */
export const startedBy = (definition: FlowDefinition, message: CustomerMessage, { isFirst }: { isFirst: boolean }): FlowTrigger | null => {
  const only = { flowId: 'this', name: '', priority: 0, createdAt: 0, triggers: definition.triggers }
  const occasion = { type: 'message', message, isFirst, isClosed: false, channelId: '', campaignId: null, referral: [], replyTo: null } as const
  return chooseFlow(indexTriggers([only]), occasion, { flowId: only.flowId })?.trigger ?? null
}

import type { Address } from '#channels'
import type { Graph, MessagingCall } from './account.ts'

const TIMEOUT_MS = 8_000

/** Courtesies towards the customer. Whatever comes of them changes nothing in the conversation, so that their answers are not looked at. */
export const courtesy = async (graph: Graph, action: 'mark_seen' | 'typing_on' | 'typing_off', to: Address, call: MessagingCall): Promise<void> => {
  if (to.kind !== graph.network.identity) return
  const json = { recipient: { id: to.value }, sender_action: action }
  await graph.call(call, { method: 'POST', path: `${call.sender.path}/messages`, json, timeoutMs: TIMEOUT_MS })
}

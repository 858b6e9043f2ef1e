import { isConnectionLoss } from '#platform/database/open'
import type { Tx } from '#platform/database/transaction'
import { markReadByBusiness, reactOnPhone, showTypingOnPhone } from './business-acts.ts'
import { deliver, type Delivery, type OutgoingMessage } from './deliver.ts'
import type { SimulatorPorts } from './ports.ts'

export type Line = { tenantId: string; channelId: string }

/** The network as the business's side calls it; each call is a transaction of its own. */
export type Network = {
  deliver(line: Line, message: OutgoingMessage): Promise<Delivery>
  react(line: Line, reaction: { providerMessageId: string; emoji: string }): Promise<Delivery>
  markRead(line: Line, messageId: string): Promise<void>
  showTyping(line: Line, messageId: string): Promise<void>
}

const serviceUnavailable = 503

export const createNetwork = (ports: SimulatorPorts): Network => {
  const { inTenant } = ports.database
  /** Without its database the network is down; repeating is safe, because it knows each message by its `clientRef`. */
  const answer = (tenantId: string, work: (tx: Tx) => Promise<Delivery>): Promise<Delivery> =>
    inTenant(tenantId, work).catch((error: unknown) => {
      if (isConnectionLoss(error)) return { result: 'refused', code: serviceUnavailable }
      throw error
    })
  return {
    deliver: ({ tenantId, channelId }, message) => answer(tenantId, (tx) => deliver(ports, tx, channelId, message)),
    react: ({ tenantId, channelId }, { providerMessageId, emoji }) => answer(tenantId, (tx) => reactOnPhone(tx, channelId, { messageId: providerMessageId, emoji })),
    markRead: ({ tenantId, channelId }, messageId) => inTenant(tenantId, (tx) => markReadByBusiness(tx, channelId, messageId)),
    showTyping: ({ tenantId, channelId }, messageId) => inTenant(tenantId, (tx) => showTypingOnPhone(tx, channelId, messageId)),
  }
}

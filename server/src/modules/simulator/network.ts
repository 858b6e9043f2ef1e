import type { Tx } from '#platform/database/transaction'
import { orWhenDown } from '#platform/database/when-down'
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
  reaches(line: Line): Promise<boolean>
}

const serviceUnavailable = 503

export const createNetwork = (ports: SimulatorPorts): Network => {
  /** Without its database the network is down. */
  const act = <Result>(down: Result, { tenantId }: Line, work: (tx: Tx) => Promise<Result>) => orWhenDown(ports.database, tenantId, down, work)
  // A message may be on the phone although the connection broke; sending again is safe, because it is known by its `clientRef`.
  const unavailable: Delivery = { result: 'refused', code: serviceUnavailable }
  return {
    deliver: (line, message) => act(unavailable, line, (tx) => deliver(ports, tx, line.channelId, message)),
    react: (line, { providerMessageId, emoji }) => act(unavailable, line, (tx) => reactOnPhone(tx, line.channelId, { messageId: providerMessageId, emoji })),
    markRead: (line, messageId) => act(undefined, line, (tx) => markReadByBusiness(tx, line.channelId, messageId)),
    showTyping: (line, messageId) => act(undefined, line, (tx) => showTypingOnPhone(tx, line.channelId, messageId)),
    reaches: (line) => act(false, line, async (tx) => (await ports.findAccount(tx, line.channelId)) !== null),
  }
}

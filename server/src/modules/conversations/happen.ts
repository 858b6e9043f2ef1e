import type { MessageContent, MessageError, UnreachableCause } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { deleted, edited, extendWindow, reacted, readdressed, type Reaction, type Removal } from './amend.ts'
import { contactTypes } from './contact-types.ts'
import type { Address, ChannelFacts, ConversationsPorts } from './ports.ts'
import { receive, type Incoming } from './receive.ts'

/** What a channel can report about customers; the same words as the channel port's, receipts and account news aside. */
export type CustomerHappening =
  | ({ type: 'message' } & Incoming)
  | { type: 'edit'; providerMessageId: string; from: Address[]; at: string; content: MessageContent; origin: Incoming['origin'] }
  | ({ type: 'delete' } & Removal)
  | ({ type: 'reaction' } & Reaction)
  | { type: 'readdress'; from: Address; to: Address; at: string; notice: MessageContent; eventId: string }
  | { type: 'preference'; from: Address[]; topic: 'marketing'; allowed: boolean; at: string }
  | { type: 'reachability'; from: Address[]; unreachable: UnreachableCause | null }
  | { type: 'active'; from: Address[]; at: string }
  | { type: 'typing'; from: Address[] }

export type StatusHappening = {
  type: 'status'
  providerMessageId: string
  clientRef: string | null
  status: 'sent' | 'delivered' | 'read' | 'played' | 'failed'
  error: MessageError | null
  unreachable?: UnreachableCause
  optedOut?: true
}

/** Takes one thing that a customer did. `early`: what it is about waits to be worked on, and it has to be heard again. */
export const happen = async (tx: Tx, ports: ConversationsPorts, channel: ChannelFacts, happening: CustomerHappening): Promise<'early' | void> => {
  switch (happening.type) {
    case 'message':
      return receive(tx, ports, channel, happening)
    case 'edit':
      return edited(tx, ports, channel, happening)
    case 'delete':
      return deleted(tx, ports, channel, happening)
    case 'reaction':
      return reacted(tx, ports, channel, happening)
    case 'readdress':
      return readdressed(tx, ports, channel, happening)
    case 'preference': {
      const met = await ports.meet(tx, { channelId: channel.id, addresses: happening.from, profileName: null })
      return ports.setMarketing(tx, met.contactId, happening.allowed)
    }
    case 'reachability': {
      const { unreachable: cause } = happening
      const ids = await ports.identitiesAt(tx, channel.id, happening.from)
      if (ids.length === 0) return
      if (cause === null) await ports.noteReached(tx, ids)
      else
        await ports.noteMissed(
          tx,
          ids.map((identityId) => ({ identityId, cause })),
        )
      return
    }
    case 'active':
      return extendWindow(tx, ports, channel, happening.from, happening.at)
    case 'typing':
      return contactTypes(tx, ports, channel.id, happening.from)
  }
}

import type { Address } from '#channels'
import type { GraphVendor } from '../graph/graph-error.ts'

/** What sets Messenger and Instagram apart, where they speak the same language otherwise. */
export type Network = {
  vendor: GraphVendor
  /** `object` of its webhooks. */
  object: 'page' | 'instagram'
  /** Ids of people are of this account alone: the same person has another one elsewhere. */
  identity: Extract<Address['kind'], 'psid' | 'igsid'>
  /** Whether `message.metadata` comes back in the echo: then our own sends are known by it, whatever became of their answers. */
  hasMetadata: boolean
  /** Whether a send may name the message that it answers. */
  hasReplies: boolean
}

export const messengerNetwork: Network = {
  vendor: { code: 'messenger', name: 'Messenger' },
  object: 'page',
  identity: 'psid',
  hasMetadata: true,
  hasReplies: false,
}

export const instagramNetwork: Network = {
  vendor: { code: 'instagram', name: 'Instagram' },
  object: 'instagram',
  identity: 'igsid',
  hasMetadata: false,
  hasReplies: true,
}

import type { ChannelAbilities } from '@chasqui/contracts'
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
  /** Texts beyond what one message holds (reference 3) leave in several, as people write there. */
  text: ChannelAbilities['text']
}

/** Characters of a text, in however many messages it leaves. */
const LONGEST_TEXT = 4000

export const messengerNetwork: Network = {
  vendor: { code: 'messenger', name: 'Messenger' },
  object: 'page',
  identity: 'psid',
  hasMetadata: true,
  hasReplies: false,
  text: { max: LONGEST_TEXT, bubble: 2000 },
}

export const instagramNetwork: Network = {
  vendor: { code: 'instagram', name: 'Instagram' },
  object: 'instagram',
  identity: 'igsid',
  hasMetadata: false,
  hasReplies: true,
  text: { max: LONGEST_TEXT, bubble: 1000, bytes: 1000 },
}

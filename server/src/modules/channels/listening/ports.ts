import type { ChannelKind } from '@chasqui/contracts'
import type { AdapterIo } from '../adapter.ts'

/** What listening to channels asks of the rest. */
export type ListeningPorts = {
  /** This process among its peers. */
  node: string
  /** A way out with room for a call that waits from each channel. */
  io: AdapterIo
  /** How many channels of a kind are listened to here. */
  count(kind: ChannelKind, listeners: number): void
  stored(kind: ChannelKind, items: number): void
  ended(kind: ChannelKind, how: string): void
}

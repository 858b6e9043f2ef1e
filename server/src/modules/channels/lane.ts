import type { InboundItem } from './adapter.ts'

const receiptLanes = 8

const spread = (text: string): number => {
  let hash = 0
  for (let index = 0; index < text.length; index++) hash = (hash * 31 + text.charCodeAt(index)) | 0
  return Math.abs(hash) % receiptLanes
}

/** Lane of an item: one per person on a channel; receipts share a few wide lanes, always the same one for the same message. */
export const canonicalLane = (channelId: string, item: InboundItem): string =>
  item.bulk ? `${channelId}:${spread(item.orderKey)}` : `${channelId}:${item.orderKey.slice(0, 200)}`

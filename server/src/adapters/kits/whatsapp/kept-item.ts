import type { InboundItem } from '#channels'
import { clip, text, type Json } from '#platform/foreign-json/loose-json'
import { boundedId } from '#platform/foreign-json/bounded-id'
import { storable } from '#platform/foreign-json/storable'

/** An event of a server as it is kept; its account is known by the address that it came to. */
export const keptItem = (eventId: string, orderKey: string, payload: Json, bulk = false): InboundItem => ({
  eventId: boundedId(text(storable(eventId))),
  orderKey: clip(text(storable(orderKey)), 200),
  bulk,
  account: null,
  payload: storable(payload),
})

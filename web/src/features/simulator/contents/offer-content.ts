import type { MessageContent } from '@chasqui/contracts'

/** What the business offers to press. */
export type OfferContent = Extract<
  MessageContent,
  { type: 'buttons' | 'list' | 'link' | 'location_request' | 'contact_request' | 'form' | 'products' | 'catalog' }
>

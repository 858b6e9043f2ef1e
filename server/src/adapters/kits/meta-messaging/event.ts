import { record, text, type Json } from '#platform/foreign-json/loose-json'

/**
 * One item of a webhook, cut out of its batch: what is kept in the inbox and what `interpret` reads. `account` is the page or professional
 * account (`entry.id`).
 */
export type Slice = { account: string } & (
  | { kind: 'event'; event: Json }
  /** What the owner of the thread got while another program has it. */
  | { kind: 'standby'; event: Json }
  | { kind: 'change'; field: string; value: unknown }
  | { kind: 'unknown'; body: Json }
)

/** Older samples write booleans as text. */
export const isTrue = (value: unknown): boolean => value === true || value === 'true'

const party = (event: Json, side: 'sender' | 'recipient'): string => text(record(event[side])['id'])

/** Written by the business: an echo, or an act whose sender is the account itself. */
export const isByBusiness = (event: Json, account: string): boolean =>
  isTrue(record(event['message'])['is_echo']) || (account !== '' && party(event, 'sender') === account)

/** The person that an event is about. In an echo that is the recipient: taking the sender would make a contact of one's own page. */
export const customerOf = (event: Json, account: string): string => party(event, isByBusiness(event, account) ? 'recipient' : 'sender')

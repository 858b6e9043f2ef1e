import { randomUUID } from 'node:crypto'
import type { Shape } from './shape-checks.ts'

/** Builders of what Meta posts to us, type by type (reference 3). Combine with `signWebhook`. */

/** Who writes. Without `phone` the number is hidden and only the scoped id is delivered. */
export type Customer = { phone?: string; userId?: string; parentUserId?: string; name?: string; username?: string }
export type Common = { id?: string; at?: Date; quotes?: string; referral?: Shape; forwarded?: boolean; more?: Shape }

const DEFAULT_NUMBER = { phoneNumberId: '106000000000001', displayPhoneNumber: '15550000000', waba: '102000000000001' }
export type BusinessNumber = Partial<typeof DEFAULT_NUMBER>

const seconds = (at = new Date()) => String(Math.floor(at.getTime() / 1000))
const without = (shape: Shape): Shape => Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined))

/** A message object of any type: `message(ana, 'text', { text: { body: 'hola' } })`. */
export const message = (from: Customer, type: string, content: Shape, common: Common = {}): Shape =>
  without({
    from: from.phone,
    from_user_id: from.userId,
    from_parent_user_id: from.parentUserId,
    id: common.id ?? `wamid.${randomUUID()}`,
    timestamp: seconds(common.at),
    type,
    ...content,
    context: common.quotes !== undefined || common.forwarded ? without({ id: common.quotes, forwarded: common.forwarded }) : undefined,
    referral: common.referral,
    ...common.more,
  })

export const text = (from: Customer, body: string, common?: Common) => message(from, 'text', { text: { body } }, common)
export const media = (from: Customer, type: 'image' | 'video' | 'audio' | 'document' | 'sticker', object: Shape, common?: Common) =>
  message(from, type, { [type]: object }, common)
export const location = (from: Customer, latitude: number, longitude: number, common?: Common) =>
  message(from, 'location', { location: { latitude, longitude } }, common)
export const contactCards = (from: Customer, contacts: Shape[], common?: Common) => message(from, 'contacts', { contacts }, common)
export const buttonReply = (from: Customer, id: string, title: string, common?: Common) =>
  message(from, 'interactive', { interactive: { type: 'button_reply', button_reply: { id, title } } }, common)
export const listReply = (from: Customer, id: string, title: string, common?: Common) =>
  message(from, 'interactive', { interactive: { type: 'list_reply', list_reply: { id, title } } }, common)
export const formReply = (from: Customer, responseJson: string, common?: Common) =>
  message(from, 'interactive', { interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent', response_json: responseJson } } }, common)
export const templateButton = (from: Customer, payload: string, label: string, common?: Common) =>
  message(from, 'button', { button: { payload, text: label } }, common)
export const order = (from: Customer, items: Shape[], common?: Common) =>
  message(from, 'order', { order: { catalog_id: 'catalog-1', text: '', product_items: items } }, common)
/** `emoji: null` leaves the key out, which is one of the two ways to remove a reaction. */
export const reaction = (from: Customer, target: string, emoji: string | null, common?: Common) =>
  message(from, 'reaction', { reaction: { message_id: target, ...(emoji !== null && { emoji }) } }, common)
export const edit = (from: Customer, target: string, body: string, common?: Common) =>
  message(from, 'edit', { edit: { original_message_id: target, message: { type: 'text', text: { body } } } }, common)
export const revoke = (from: Customer, target: string, common?: Common) => message(from, 'revoke', { revoke: { original_message_id: target } }, common)
export const system = (from: Customer, object: Shape, common?: Common) => message(from, 'system', { system: object }, common)
export const unsupported = (from: Customer, kind: string, common?: Common) =>
  message(
    from,
    'unsupported',
    {
      errors: [
        { code: 131051, title: 'Message type unknown', message: 'Message type unknown', error_data: { details: 'Message type is currently not supported.' } },
      ],
      unsupported: { type: kind },
    },
    common,
  )

export const status = (id: string, name: string, more: Shape & { at?: Date } = {}): Shape => {
  const { at, ...rest } = more
  return { id, status: name, timestamp: seconds(at), ...rest }
}

const contact = (customer: Customer): Shape =>
  without({
    profile: without({ name: customer.name, username: customer.username }),
    wa_id: customer.phone,
    user_id: customer.userId,
    parent_user_id: customer.parentUserId,
  })

export type Batch = { messages?: Shape[]; statuses?: Shape[]; errors?: Shape[]; contacts?: Customer[]; number?: BusinessNumber }

/** One `messages` change for one number. */
export const change = ({ messages, statuses, errors, contacts, number }: Batch): Shape => {
  const { phoneNumberId, displayPhoneNumber } = { ...DEFAULT_NUMBER, ...number }
  const metadata = { display_phone_number: displayPhoneNumber, phone_number_id: phoneNumberId }
  return { field: 'messages', value: without({ messaging_product: 'whatsapp', metadata, contacts: contacts?.map(contact), messages, statuses, errors }) }
}

/** A change of an account-level field, which has no metadata. */
export const accountChange = (field: string, value: unknown): Shape => ({ field, value })

/** The body of one POST. */
export const webhookBody = (changes: Shape[], waba = DEFAULT_NUMBER.waba, time = Math.floor(Date.now() / 1000)): Shape => ({
  object: 'whatsapp_business_account',
  entry: [{ id: waba, time, changes }],
})

/** The commonest case: messages of one customer to one number. */
export const messagesFrom = (customer: Customer, messages: Shape[], number?: BusinessNumber): Shape =>
  webhookBody([change({ messages, contacts: [customer], ...(number && { number }) })], number?.waba)

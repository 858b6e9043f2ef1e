import type { Shape } from '../graph-api/shape-checks.ts'
import type { Platform } from './check-message.ts'

/** Builders of what Meta posts to us for Messenger and Instagram (reference 2). Combine with `signWebhook`. */

export type Told = { at?: number }

const between = (sender: string, recipient: string, body: Shape, { at = Date.now() }: Told = {}): Shape => ({
  sender: { id: sender },
  recipient: { id: recipient },
  timestamp: at,
  ...body,
})

/** One POST about one account. */
export const envelope = (platform: Platform, accountId: string, events: Shape[]): Shape => ({
  object: platform === 'messenger' ? 'page' : 'instagram',
  entry: [{ id: accountId, time: platform === 'messenger' ? Date.now() : Math.floor(Date.now() / 1000), messaging: events }],
})

/** A message of a person: `said('m_1', { text: 'hola' })`. */
export const said = (accountId: string, person: string, mid: string, message: Shape, told?: Told): Shape =>
  between(person, accountId, { message: { mid, ...message } }, told)

export const postback = (accountId: string, person: string, body: Shape, told?: Told): Shape => between(person, accountId, { postback: body }, told)

/** `emoji: null` takes the reaction back. */
export const reacted = (accountId: string, person: string, mid: string, emoji: string | null, told?: Told): Shape =>
  between(person, accountId, { reaction: emoji === null ? { mid, action: 'unreact' } : { mid, action: 'react', reaction: 'other', emoji } }, told)

export const edited = (accountId: string, person: string, mid: string, text: string, times = 1): Shape =>
  between(person, accountId, { message_edit: { mid, text, num_edit: times } })

export const unsent = (accountId: string, person: string, mid: string): Shape => said(accountId, person, mid, { is_deleted: true })

export const delivered = (accountId: string, person: string, mids: string[], watermark = Date.now()): Shape =>
  between(person, accountId, { delivery: { ...(mids.length > 0 && { mids }), watermark } })

export const readUntil = (accountId: string, person: string, watermark = Date.now()): Shape => between(person, accountId, { read: { watermark } })
/** Instagram names the message. */
export const seen = (accountId: string, person: string, mid: string): Shape => between(person, accountId, { read: { mid } })

type Echoed = { mid: string; message: Shape; appId?: string; metadata?: string | null }

/** A message of the business: sender and recipient are the other way round. Without `appId` a person wrote it in the inbox or on the phone. */
export const echoOf = (accountId: string, person: string, { mid, message, appId, metadata = null }: Echoed, told?: Told): Shape => {
  const { metadata: _, ...shown } = message
  const attachment = shown['attachment'] as Shape | undefined
  const { attachment: __, quick_replies: ___, ...rest } = shown
  return between(
    accountId,
    person,
    {
      message: {
        mid,
        is_echo: true,
        ...(appId !== undefined && { app_id: Number(appId) }),
        ...(metadata !== null && { metadata }),
        ...rest,
        ...(attachment && {
          attachments: [attachment['type'] === 'template' ? attachment : { type: attachment['type'], payload: { url: 'https://cdn.example/x' } }],
        }),
      },
    },
    told,
  )
}

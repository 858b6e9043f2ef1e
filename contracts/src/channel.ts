import { z } from 'zod'
import { ChannelAnswers } from './channel-answers.ts'
import { Id, Instant } from './ids.ts'

export const ChannelKind = z.enum(['whatsapp-cloud', 'whatsapp-web', 'waha', 'wppconnect', 'messenger', 'instagram', 'telegram', 'webchat', 'simulator'])
export type ChannelKind = z.infer<typeof ChannelKind>

export const ChannelState = z.enum(['disconnected', 'connecting', 'connected', 'paused', 'error'])
export type ChannelState = z.infer<typeof ChannelState>

/** What a channel can carry; every limit is in characters unless it says otherwise. `null` = not offered. */
export const ChannelAbilities = z
  .object({
    /**
     * `bytes`: a second limit, of the text in UTF-8. It holds for the words above buttons, too. `bubble`: what one message of the vendor holds in UTF-16 units,
     * where longer texts leave in several; `bytes` then is the limit of each of them.
     */
    text: z.object({ max: z.number().int(), bytes: z.number().int().optional(), bubble: z.number().int().optional() }),
    /** `frame: 'inline'`: no file stands above, and what stands above and below in words are lines of the body and count with it. */
    buttons: z
      .object({ max: z.number().int(), title: z.number().int(), id: z.number().int(), body: z.number().int(), frame: z.literal('inline').optional() })
      .nullable(),
    list: z
      .object({
        rows: z.number().int(),
        sections: z.number().int(),
        id: z.number().int(),
        title: z.number().int(),
        description: z.number().int(),
        button: z.number().int(),
        body: z.number().int(),
      })
      .nullable(),
    /** Bytes per kind of file. */
    media: z.partialRecord(z.enum(['image', 'video', 'audio', 'document', 'sticker']), z.object({ bytes: z.number().int(), mimes: z.array(z.string()) })),
    caption: z.number().int(),
    templates: z.boolean(),
    reactions: z.boolean(),
    /** How long free-form messages are allowed after the customer's last one; `null` = always. */
    serviceWindowHours: z.number().nullable(),
    /** How long a person, and no machine, may answer after the customer's last message, where that is longer than the window. */
    humanWindowHours: z.number().optional(),
    readReceipts: z.boolean(),
    typing: z.boolean(),
    /** Other content types this channel sends. */
    extras: z.array(z.enum(['location', 'contacts', 'link', 'location_request', 'contact_request', 'form', 'products', 'catalog'])),
  })
  .meta({ id: 'ChannelAbilities' })
export type ChannelAbilities = z.infer<typeof ChannelAbilities>

export const Channel = z
  .object({
    id: Id,
    kind: ChannelKind,
    name: z.string(),
    state: ChannelState,
    stateDetail: z.string().nullable(),
    stateSince: Instant,
    /**
     * Of kinds that are linked as a device, when a telephone has to link it: `scan`, a code waits to be taken; `new_code`, codes ran out and somebody has to ask for another; `again`,
     * the telephone removed this device.
     */
    link: z.enum(['scan', 'new_code', 'again']).nullable(),
    lastConnectedAt: Instant.nullable(),
    /** The number, page or bot name that customers see. */
    address: z.string().nullable(),
    abilities: ChannelAbilities,
    /** Which published flow takes what no other flow begins with, or null for none. */
    flowId: Id.nullable(),
    /** To whom flows answer here. */
    answers: ChannelAnswers,
    /** Non-secret settings; secrets are write-only and show as `{set: true, last4}`. */
    settings: z.record(z.string(), z.unknown()),
    webhookPath: z.string().nullable(),
    /** When something last came in and went out; noted at most twice a minute. */
    lastInboundAt: Instant.nullable(),
    lastOutboundAt: Instant.nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'Channel' })
export type Channel = z.infer<typeof Channel>

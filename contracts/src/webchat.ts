import { z } from 'zod'
import { Id, Instant } from './ids.ts'

/** What is asked of a visitor before the first message. */
export const PreChatField = z.enum(['name', 'email'])
export type PreChatField = z.infer<typeof PreChatField>

const origin = z
  .string()
  .max(300)
  .transform((text) => URL.parse(text.trim())?.origin ?? text)
  .refine((text) => /^https?:\/\/[^/]+$/.test(text), 'An origin: https://shop.example')

/**
 * Settings of a web chat. `secret` signs who visitors are, by the site's own server; without `origins` the chat opens nowhere but on its demo page.
 * Texts that are empty are the widget's own, in the visitor's language.
 */
export const WebchatSettings = z.object({
  secret: z.string().min(16).max(200),
  title: z.string().trim().max(60).default(''),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .default('#2a54c8'),
  greeting: z.string().trim().max(500).default(''),
  offlineText: z.string().trim().max(500).default(''),
  preChat: z.array(PreChatField).max(2).default([]),
  origins: z.array(origin).max(50).default([]),
  language: z.enum(['auto', 'es', 'pt-BR', 'en']).default('auto'),
  // The channel of WhatsApp by which visitors may go on.
  goesOnChannelId: Id.nullable().default(null),
  // Said by a press, in the words of the business.
  shortcuts: z.array(z.string().trim().min(1).max(60)).max(6).default([]),
})
export type WebchatSettings = z.infer<typeof WebchatSettings>

/**
 * What anybody on a listed page may know of a web chat before saying anything. `closed`: outside of its opening hours; `changesAt`: when that changes, null
 * where there are no hours. `replySeconds`: how long people took to answer of late, within the hours; null while too little is known. `goesOn`: by WhatsApp,
 * where the business offers it. `panel`: where the panel's script is.
 */
export type WebchatLook = Pick<WebchatSettings, 'title' | 'colour' | 'greeting' | 'offlineText' | 'preChat' | 'language' | 'shortcuts'> & {
  closed: boolean
  changesAt: string | null
  replySeconds: number | null
  goesOn: boolean
  panel: string
}

/** Who visits, as the site's server signs it: `base64url(JSON) + "." + hex HMAC-SHA256 of that first part`. `exp` in seconds since 1970. */
export const VisitorIdentity = z.object({
  id: z.string().min(1).max(200),
  name: z.string().trim().max(200).nullish(),
  email: z.email().max(300).nullish(),
  exp: z.number().int().nullish(),
})
export type VisitorIdentity = z.infer<typeof VisitorIdentity>

/** The beginning of a visit, or its continuation with the token that an earlier one was given. */
export const VisitBegin = z.object({
  token: z.string().max(1000).nullish(),
  identity: z.string().max(5000).nullish(),
  name: z.string().trim().min(1).max(200).nullish(),
  email: z.email().max(300).nullish(),
})
export type VisitBegin = z.infer<typeof VisitBegin>
export type Visit = { token: string; name: string | null; email: string | null }

/** The way to WhatsApp: the number to write to, and the code that says whose chat it was, good once and until then. */
export type Passage = { number: string; code: string; until: string }

/** `file` is the word that the upload was answered with; `choice` names a button or row of an entry by its id. */
const VisitorWords = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string().max(4000).regex(/\S/, 'Only blanks') }),
  z.object({ type: z.literal('choice'), entryId: z.string().min(1).max(200), id: z.string().min(1).max(256) }),
  z.object({ type: z.literal('file'), file: z.string().min(1).max(2000), caption: z.string().max(1024).optional() }),
])
export type VisitorWords = z.infer<typeof VisitorWords>

/** `id` is made by the visitor's page: sent again, it is the same message. */
export const VisitorMessage = z.object({ id: Id, content: VisitorWords })
export type VisitorMessage = z.infer<typeof VisitorMessage>

/** One message of a visitor's chat. `position` is its place, `seq` the number of its newest change: whoever knows all up to a `seq` asks for what is above it. */
export type VisitorEntry = {
  id: string
  position: number
  seq: number
  by: 'business' | 'visitor'
  content: Record<string, unknown> & { type: string }
  status: 'sent' | 'delivered' | 'read'
  quoted: string | null
  at: string
}

/** What a visitor's page says by its socket. `after` null: the newest, as for a page that knows nothing. */
export const VisitorFrame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), token: z.string().max(1000), after: z.number().int().nonnegative().nullable() }),
  z.object({ type: z.literal('got'), upTo: z.number().int().nonnegative(), read: z.boolean() }),
  z.object({ type: z.literal('typing') }),
  z.object({ type: z.literal('ping') }),
])
export type VisitorFrame = z.infer<typeof VisitorFrame>

/** What it is told. After `reset` all that it knew is replaced by what follows. `ready`: nothing was left out up to here. */
export type VisitorNews =
  | { type: 'entries'; entries: VisitorEntry[] }
  | { type: 'reset' }
  | { type: 'ready'; upTo: number }
  | { type: 'typing'; name: string | null }
  | { type: 'pong' }
  | { type: 'refused'; code: string; retryAfter?: number }

const Ref = z.string().min(1).max(200)

/** What the web chat hands to its channel, one event a job. What was said is a `MessageContent`; anything else is shown as unsupported, never dropped. */
export const VisitorEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('message'),
    id: Ref,
    at: Instant,
    visitor: z.object({ id: Id, name: z.string().max(200).nullable(), email: z.string().max(300).nullable() }),
    content: z.unknown(),
    quotes: Ref.nullish(),
  }),
  z.object({ type: z.literal('status'), messageId: Ref, status: z.enum(['delivered', 'read']), at: Instant, visitorId: Id }),
  z.object({ type: z.literal('typing'), visitorId: Id }),
])
export type VisitorEvent = z.infer<typeof VisitorEvent>

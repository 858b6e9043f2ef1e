import { z } from 'zod'
import { ChannelAbilities } from '../channel.ts'
import { FileRef, MessageContent } from '../content.ts'
import { GivenInstant, Id, Instant } from '../ids.ts'
import { page, PageQuery } from '../page.ts'
import { route } from '../route.ts'

/** Who acts: a number in any spelling, or (for customers who hide their number) a scoped user id. */
const Acting = z
  .object({ phone: z.string().trim().max(40).default(''), name: z.string().trim().max(200).optional(), userId: z.string().trim().max(140).optional() })
  .refine((from) => from.phone !== '' || Boolean(from.userId), { path: ['phone'], message: 'phone or userId is needed' })

/** What a simulated phone does: one of the customer's acts. Text may be a string or `{body}`. */
export const PhoneAct = z.object({
  from: Acting,
  /** Provider message id; the same id again is the same message. */
  id: z.string().min(1).max(200).optional(),
  type: z
    .enum([
      'text',
      'image',
      'video',
      'audio',
      'document',
      'sticker',
      'location',
      'contacts',
      'choice',
      'reaction',
      'edit',
      'delete',
      'read',
      'typing',
      'unsupported',
    ])
    .default('text'),
  text: z.union([z.string().max(65_536), z.object({ body: z.string().max(65_536) })]).optional(),
  /** For `choice`: the button or row pressed. */
  choice: z.object({ id: z.string().max(256), title: z.string().max(200).optional() }).optional(),
  /** For media: a file uploaded through /api/files. */
  fileId: Id.optional(),
  caption: z.string().max(1024).optional(),
  voice: z.boolean().optional(),
  location: z
    .object({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      name: z.string().max(1000).optional(),
      address: z.string().max(1000).optional(),
    })
    .optional(),
  contacts: z
    .array(z.object({ name: z.string().max(200), phone: z.string().max(40) }))
    .max(10)
    .optional(),
  /** For `reaction`, `edit`, `delete`: the message meant. For others: the message quoted. */
  messageId: z.string().max(200).optional(),
  emoji: z.string().max(20).optional(),
  at: GivenInstant.optional(),
})
export type PhoneAct = z.infer<typeof PhoneAct>

export const PhoneMessage = z
  .object({
    id: z.string(),
    direction: z.enum(['in', 'out']).meta({ description: '`out` was written on the phone, `in` came from the business' }),
    content: MessageContent,
    status: z
      .enum(['sent', 'delivered', 'read', 'failed'])
      .meta({ description: '`out`: sent, taken by the business, read by it. `in`: on the phone, looked at' }),
    quoted: z.string().nullable(),
    reactions: z.array(z.object({ actor: z.enum(['phone', 'business']), emoji: z.string() })),
    editedAt: Instant.nullable(),
    deletedAt: Instant.nullable(),
    at: Instant.meta({ description: "By the phone's clock, as it was then" }),
    text: z.string(),
  })
  .meta({ id: 'PhoneMessage' })
export type PhoneMessage = z.infer<typeof PhoneMessage>

/** What goes wrong on purpose. `reason` is a provider's error code. */
export const Faults = z
  .object({
    delaySeconds: z.number().min(0).max(3600).default(0),
    duplicate: z.boolean().default(false),
    reorder: z.boolean().default(false),
    neverRead: z.boolean().default(false),
    neverDeliver: z.boolean().default(false),
    failSends: z
      .object({ code: z.number().int(), times: z.number().int().min(0).max(1_000_000) })
      .nullable()
      .default(null),
    /** Share (0-1) of accepted sends whose answer never comes back. */
    lostAnswers: z.number().min(0).max(1).default(0),
  })
  .meta({ id: 'SimulatorFaults' })
export type Faults = z.infer<typeof Faults>

/** Whose limits the simulated number has: WhatsApp's Cloud API, WhatsApp linked by QR code, a web chat, or Telegram. */
export const SimulatorProfile = z.enum(['cloud', 'qr', 'web', 'telegram'])
export type SimulatorProfile = z.infer<typeof SimulatorProfile>

/** What a simulated customer speaks. */
export const PhoneLanguage = z.enum(['es', 'pt-BR', 'en'])
export type PhoneLanguage = z.infer<typeof PhoneLanguage>

/** How far a phone's clock may be ahead of the real one: 31 days. */
export const furthestAhead = 31 * 86_400

/** `phone` names it in paths: the number in digits, or the user id of a customer without a number. `lastMessage` is empty for wordless content. */
export const SimulatedPhone = z
  .object({
    phone: z.string(),
    name: z.string(),
    language: PhoneLanguage,
    aheadSeconds: z.number().int().meta({ description: "How far this phone's clock is ahead: so much longer has its owner been silent for the business" }),
    lastMessage: z.string().nullable(),
    lastType: z.string().nullable(),
    unread: z.number().int(),
    lastAt: Instant.nullable(),
  })
  .meta({ id: 'SimulatedPhone' })
export type SimulatedPhone = z.infer<typeof SimulatedPhone>

const channel = z.object({ channelId: Id })
const phone = channel.extend({ phone: z.string().max(140) })
const common = { tenant: 'member', query: null, body: null, params: channel, idempotency: false, rate: 'simulator', permission: 'simulator.use' } as const

export const simulatorRoutes = {
  act: route({
    ...common,
    id: 'simulator.act',
    method: 'POST',
    path: '/api/simulator/:channelId/messages',
    audit: { none: 'what a customer does is no act of the business' },
    summary: "Act as a customer's phone",
    tenant: 'none',
    body: PhoneAct,
    response: { status: 202, body: z.object({ id: z.string() }) },
  }),
  phones: route({
    ...common,
    id: 'simulator.phones',
    method: 'GET',
    path: '/api/simulator/:channelId/phones',
    summary: 'Simulated customers',
    query: PageQuery,
    response: { status: 200, body: page(SimulatedPhone) },
  }),
  addPhone: route({
    ...common,
    id: 'simulator.addPhone',
    method: 'POST',
    path: '/api/simulator/:channelId/phones',
    audit: { none: 'what a customer does is no act of the business' },
    summary: 'One more simulated customer',
    idempotency: true,
    body: z.object({ name: z.string().trim().min(1).max(100), phone: z.string().trim().max(40).optional(), language: PhoneLanguage.optional() }),
    response: { status: 201, body: SimulatedPhone },
  }),
  changePhone: route({
    ...common,
    id: 'simulator.changePhone',
    idempotency: true,
    method: 'PATCH',
    path: '/api/simulator/:channelId/phones/:phone',
    audit: { none: 'what a customer does is no act of the business' },
    summary: "Change a simulated customer's name or language, or put their phone's clock ahead",
    params: phone,
    body: z.object({
      name: z.string().trim().min(1).max(100).optional(),
      language: PhoneLanguage.optional(),
      aheadSeconds: z.number().int().min(0).max(furthestAhead).optional(),
    }),
    response: { status: 200, body: SimulatedPhone },
  }),
  screen: route({
    ...common,
    id: 'simulator.screen',
    method: 'GET',
    path: '/api/simulator/:channelId/phones/:phone/messages',
    summary: "That phone's screen: newest page first, each page oldest first",
    params: phone,
    query: PageQuery,
    response: { status: 200, body: page(PhoneMessage) },
  }),
  look: route({
    ...common,
    id: 'simulator.look',
    method: 'POST',
    path: '/api/simulator/:channelId/phones/:phone/read',
    audit: { none: 'what a customer does is no act of the business' },
    summary: 'The customer opens the chat: what arrived becomes read',
    idempotency: true,
    params: phone,
    response: { status: 204, body: null },
  }),
  clear: route({
    ...common,
    id: 'simulator.clear',
    method: 'DELETE',
    path: '/api/simulator/:channelId/phones/:phone/messages',
    audit: { none: 'what a customer does is no act of the business' },
    summary: 'Empty the screen of that phone',
    idempotency: true,
    params: phone,
    response: { status: 204, body: null },
  }),
  readFaults: route({
    ...common,
    id: 'simulator.readFaults',
    method: 'GET',
    path: '/api/simulator/:channelId/faults',
    summary: 'Delivery faults in force',
    response: { status: 200, body: Faults },
  }),
  setFaults: route({
    ...common,
    id: 'simulator.setFaults',
    method: 'PUT',
    path: '/api/simulator/:channelId/faults',
    audit: 'simulator.changed',
    summary: 'Make delivery go wrong on purpose',
    idempotency: true,
    body: Faults,
    response: { status: 200, body: Faults },
  }),
  setProfile: route({
    ...common,
    id: 'simulator.setProfile',
    idempotency: true,
    method: 'PUT',
    path: '/api/simulator/:channelId/profile',
    audit: 'simulator.changed',
    summary: 'Give the simulated number the limits of another kind of channel',
    body: z.object({ profile: SimulatorProfile }),
    response: { status: 200, body: z.object({ profile: SimulatorProfile, abilities: ChannelAbilities }) },
  }),
} as const
export type { FileRef }

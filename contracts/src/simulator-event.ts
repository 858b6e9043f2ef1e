import { z } from 'zod'
import { Instant } from './ids.ts'

/**
 * The simulated telephone network's webhook protocol: what it posts to `/api/webhooks/simulator/:channelId`, like any vendor.
 * The body is `{"events": [ … ]}`; the header `X-Simulator-Signature: sha256=<hex>` is the HMAC-SHA256 of the raw body with the channel's secret.
 */
export const simulatorSignatureHeader = 'x-simulator-signature'

const Ref = z.string().min(1).max(200)

/** The customer: a number in digits, a scoped user id for those who hide their number, or both. */
export const SimulatorPerson = z
  .object({
    phone: z
      .string()
      .regex(/^\d{3,20}$/)
      .nullish(),
    userId: z.string().min(1).max(140).nullish(),
    name: z.string().max(200).nullish(),
  })
  .refine((person) => Boolean(person.phone ?? person.userId), { message: 'phone or userId is needed' })
export type SimulatorPerson = z.infer<typeof SimulatorPerson>

const fromCustomer = { id: Ref, from: SimulatorPerson, at: Instant }

const message = z.object({
  type: z.literal('message'),
  ...fromCustomer,
  quotes: Ref.nullish(),
  /** What was said, as a `MessageContent`; a file is named by its `providerMediaId`. Anything else is shown as unsupported, never dropped. */
  content: z.unknown(),
  context: z.record(z.string(), z.unknown()).nullish(),
})
/** An empty emoji takes the reaction back. */
const reaction = z.object({ type: z.literal('reaction'), ...fromCustomer, messageId: Ref, emoji: z.string().max(20) })
const edit = z.object({ type: z.literal('edit'), ...fromCustomer, messageId: Ref, content: z.unknown() })
const deletion = z.object({ type: z.literal('delete'), ...fromCustomer, messageId: Ref })
const typing = z.object({ type: z.literal('typing'), ...fromCustomer })
/** A receipt for a message of the business; `clientRef` is the sender's own id for it, given back. */
const status = z.object({
  type: z.literal('status'),
  messageId: Ref,
  clientRef: Ref.nullish(),
  status: z.enum(['sent', 'delivered', 'read', 'played', 'failed']),
  at: Instant,
  to: SimulatorPerson,
  error: z.object({ code: z.number().int(), title: z.string().max(500) }).nullish(),
})

export const SimulatorEvent = z.discriminatedUnion('type', [message, reaction, edit, deletion, typing, status])
export type SimulatorEvent = z.infer<typeof SimulatorEvent>

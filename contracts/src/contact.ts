import { z } from 'zod'
import { contactStages } from './contact-stages.ts'
import { Id, Instant } from './ids.ts'
import { unreachableCauses } from './unreachable.ts'

/** `phone` is WhatsApp's own spelling of the number, stored as it came. */
export const IdentityKind = z.enum(['phone', 'lid', 'bsuid', 'username', 'psid', 'igsid', 'telegram', 'webchat'])
export type IdentityKind = z.infer<typeof IdentityKind>

export const UnreachableCause = z.enum(unreachableCauses)
export type UnreachableCause = z.infer<typeof UnreachableCause>

/** That messages to an address do not arrive, as far as the network tells. */
export const Unreachable = z
  .object({
    cause: UnreachableCause,
    since: Instant,
    messages: z.int().meta({ description: 'how many in a row did not arrive' }),
  })
  .meta({ id: 'Unreachable' })
export type Unreachable = z.infer<typeof Unreachable>

export const Identity = z
  .object({
    id: Id,
    channelId: Id,
    kind: IdentityKind,
    value: z.string(),
    unreachable: Unreachable.nullable().meta({
      description: 'messages to this address do not arrive; null again after the person writes, a message is delivered, or somebody says so',
    }),
  })
  .meta({ id: 'Identity' })
export type Identity = z.infer<typeof Identity>

export const ContactStage = z.enum(contactStages)
export type ContactStage = z.infer<typeof ContactStage>

export const Contact = z
  .object({
    id: Id,
    name: z.string().nullable(),
    /** What the contact calls themselves on the channel; never an identity. */
    profileName: z.string().nullable(),
    phone: z.string().nullable().meta({ description: 'E.164, derived for display; identities hold what the channel delivered' }),
    email: z.string().nullable(),
    language: z.string().nullable(),
    company: z.string().nullable(),
    city: z.string().nullable(),
    country: z.string().nullable(),
    notes: z.string().nullable(),
    stage: ContactStage,
    stageChangedAt: Instant.nullable().meta({ description: 'when somebody or a flow moved the person to this stage; null: nobody ever did' }),
    /** Since when what they write is kept in silence. */
    blockedAt: Instant.nullable(),
    marketingAllowed: z.boolean().nullable().meta({ description: 'false: wished for no promotions, and gets no marketing templates; null: never said' }),
    identities: z.array(Identity),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Contact' })
export type Contact = z.infer<typeof Contact>

import { z } from 'zod'
import { MessageError } from './conversation.ts'
import { Id, Instant } from './ids.ts'
import { templateObstacles } from './template-filling.ts'

/** A message template as its provider has it: made and approved there. */
export const MessageTemplate = z
  .object({
    id: Id,
    channelId: Id,
    name: z.string(),
    language: z.string(),
    category: z.string().meta({ description: 'marketing, utility, authentication, or what the provider adds' }),
    status: z.string().meta({ description: 'approved, pending, rejected, paused, disabled, or what the provider adds' }),
    statusReason: z.string().nullable().meta({ description: "The provider's code or words for rejecting, pausing or disabling it" }),
    statusAdvice: z.string().nullable().meta({ description: 'What the provider advises to do about that' }),
    quality: z.string().nullable().meta({ description: 'green, yellow, red, or what the provider adds; null: not told' }),
    header: z.object({ format: z.string(), text: z.string().nullable() }).nullable(),
    body: z.string(),
    footer: z.string().nullable(),
    buttons: z.array(z.object({ type: z.string(), text: z.string(), url: z.string().nullable() })),
    obstacle: z.enum(templateObstacles).nullable().meta({ description: 'Why it cannot be filled in by a person, whatever its status' }),
    /** Approved, and a person can fill it in. */
    usable: z.boolean(),
  })
  .meta({ id: 'MessageTemplate' })
export type MessageTemplate = z.infer<typeof MessageTemplate>

/** When the templates of a channel were read from its provider; `error`: why they could not be the last time. */
export const TemplateSync = z
  .object({ channelId: Id, syncedAt: Instant.nullable(), count: z.number().int(), error: MessageError.nullable() })
  .meta({ id: 'TemplateSync' })
export type TemplateSync = z.infer<typeof TemplateSync>

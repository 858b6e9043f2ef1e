import { z } from 'zod'
import { StoredFile } from './http/files.ts'
import { Id, Instant, ShortText } from './ids.ts'

/** Who a quick reply is for: whoever wrote it, whoever answers in a queue, everybody. */
export const ReplyScope = z.enum(['own', 'queue', 'tenant'])
export type ReplyScope = z.infer<typeof ReplyScope>

/** What is typed after `/`: one word, letters and digits of any language. */
export const Shortcut = z
  .string()
  .trim()
  .toLowerCase()
  .min(1)
  .max(32)
  .regex(/^[\p{L}\p{M}\p{N}_-]+$/u, 'Letters, digits, - and _ only')

const fields = {
  shortcut: Shortcut,
  title: ShortText,
  text: z.string().trim().max(4096).default('').meta({ description: 'may hold variables: {{contact.name}}, {{agent.first_name|us}} …' }),
  fileIds: z.array(Id).max(5).default([]).meta({ description: 'stored files that go along' }),
  folder: z.string().trim().max(60).default(''),
}
/** Of one's own. */
export const OwnReplySettings = z.object(fields)
export type OwnReplySettings = z.infer<typeof OwnReplySettings>
/** Of a queue, or of everybody where `queueId` is null. */
export const ReplySettings = z.object({ ...fields, queueId: Id.nullable().default(null) })
export type ReplySettings = z.infer<typeof ReplySettings>

export const Reply = z
  .object({
    id: Id,
    scope: ReplyScope,
    queueId: Id.nullable(),
    queueName: z.string().nullable(),
    shortcut: z.string(),
    title: z.string(),
    text: z.string(),
    files: z.array(StoredFile),
    folder: z.string(),
    /** How often something was sent with it. */
    uses: z.number().int(),
    lastUsedAt: Instant.nullable(),
    createdAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Reply' })
export type Reply = z.infer<typeof Reply>

import { z } from 'zod'

/**
 * The customer answers a template that the team, a program or an act on many sent them: one of `templates` (without any, whichever), at most so many hours ago.
 * `answers`: only with these words as the whole message, or a button with one of them as its label or id; without any, whatever they answer.
 */
export const BroadcastReplyTrigger = z.object({
  type: z.literal('broadcast_reply'),
  templates: z.array(z.string().min(1).max(512)).max(20).default([]),
  withinHours: z.number().int().min(1).max(720).default(72),
  answers: z.array(z.string().min(1).max(60)).max(20).default([]),
})

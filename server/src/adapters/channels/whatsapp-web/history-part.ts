import { z } from 'zod'

/**
 * A piece of what was said before the device was linked, as the telephone offers it: sealed, on the network's hosts, or within the notice itself where it is short.
 * All that opens it is in here.
 */
export const HistoryPart = z.object({
  id: z.string().min(1).max(200),
  /** When the telephone linked the device, in seconds since 1970 (2009 to 2100): what is said from then on comes by itself. */
  linkedAt: z.number().int().min(1_230_768_000).max(4_102_444_800),
  path: z.string().max(1000),
  key: z.string().max(100),
  /** Base64. */
  inline: z.string().max(4_000_000).nullable(),
})
export type HistoryPart = z.infer<typeof HistoryPart>

/** One chat of a piece. `names`: of the person in it, as the network names people; `messages` as `interpret.ts` takes them, the oldest first. */
export const HistoryChat = z.object({ names: z.array(z.string()), name: z.string().nullable(), messages: z.array(z.unknown()) })
export type HistoryChat = z.infer<typeof HistoryChat>

/** `chats`: how many the piece has; `chat` is null beyond the last. */
export const HistoryRead = z
  .object({ result: z.literal('read'), chats: z.number().int(), chat: HistoryChat.nullable() })
  .or(z.object({ result: z.enum(['gone', 'retry']), reason: z.string() }))
export type HistoryRead = z.infer<typeof HistoryRead>

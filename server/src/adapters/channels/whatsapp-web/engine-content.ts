import { z } from 'zod'

/** The bytes of a file on its way to the engine. */
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

/** What the engine can send, in words of ours: nothing of its library leaves its process. Buttons and lists are not among them; no linked device may send those. */
export const EngineContent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string().min(1) }),
  z.object({ type: z.enum(['image', 'video']), bytes, mime: z.string(), caption: z.string().optional() }),
  z.object({ type: z.literal('audio'), bytes, mime: z.string(), voice: z.boolean() }),
  z.object({ type: z.literal('sticker'), bytes }),
  z.object({ type: z.literal('document'), bytes, mime: z.string(), name: z.string(), caption: z.string().optional() }),
  z.object({ type: z.literal('location'), latitude: z.number(), longitude: z.number(), name: z.string().optional(), address: z.string().optional() }),
  z.object({ type: z.literal('contacts'), name: z.string(), cards: z.array(z.object({ name: z.string(), vcard: z.string() })).min(1) }),
  z.object({ type: z.literal('reaction'), to: z.string(), emoji: z.string(), mine: z.boolean() }),
])
export type EngineContent = z.infer<typeof EngineContent>

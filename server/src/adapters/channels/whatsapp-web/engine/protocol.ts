import { z } from 'zod'
import { EngineContent } from '../engine-content.ts'
import { HistoryPart } from '../history-part.ts'
import { MediaRef } from '../media-ref.ts'

/**
 * What the product and the engine's process say to each other, whole and closed: nothing of the engine's library is in it. A session is named by its
 * channel's id. Requests that carry a `call` are answered by `answer` or `failed` with the same number, in either direction.
 */

const session = z.string().min(1).max(100)
const call = z.number().int()
const jid = z.string().max(100)
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

/** Kinds of keys that are kept for a session, `creds` for what it is itself. Values are JSON; null takes one away. */
export const KeyValues = z.record(z.string().max(50), z.record(z.string().max(300), z.string().nullable()))
export type KeyValues = z.infer<typeof KeyValues>

export const ToEngine = z.discriminatedUnion('type', [
  /**
   * Holds a line for a session; with its credentials it logs in, without it shows how to link: by QR, or by a code for this number. `history`: what the telephone offers of what was
   * said before is wanted.
   */
  z.object({
    type: z.literal('open'),
    session,
    creds: z.string().nullable(),
    codeFor: z.string().regex(/^\d{7,15}$/).nullable(), // prettier-ignore
    history: z.boolean(),
  }),
  /** Lets go of the line. */
  z.object({ type: z.literal('close'), session }),
  /** Takes the device out of the account; answered when the network has said that it is out. */
  z.object({ type: z.literal('depart'), session, call }),
  z.object({ type: z.literal('send'), session, call, to: jid, id: z.string().max(200), content: EngineContent, quotes: z.string().max(200).nullable() }),
  z.object({ type: z.literal('read'), session, call, chat: jid, ids: z.array(z.string().max(200)).min(1).max(100) }),
  z.object({ type: z.literal('compose'), session, call, to: jid, typing: z.boolean() }),
  z.object({ type: z.literal('find'), session, call, phone: z.string().regex(/^\d{5,20}$/) }),
  z.object({ type: z.literal('download'), session, call, media: MediaRef }),
  /** One chat of a piece of history; `since` in seconds since 1970. */
  z.object({ type: z.literal('history'), session, call, part: HistoryPart, since: z.number().int(), chat: z.number().int().nonnegative() }),
  z.object({ type: z.literal('answer'), call, result: z.unknown() }),
  z.object({ type: z.literal('failed'), call, error: z.string() }),
])
export type ToEngine = z.infer<typeof ToEngine>

export const FromEngine = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('qr'), session, qr: z.string().max(2000) }),
  z.object({ type: z.literal('code'), session, code: z.string().max(20) }),
  /** Somebody scanned or typed; the line ends and begins anew. */
  z.object({ type: z.literal('linked'), session }),
  z.object({ type: z.literal('opened'), session, jid, lid: jid.nullable(), name: z.string().nullable() }),
  /** The line is gone; see `reconnect.ts` for the number. */
  z.object({ type: z.literal('ended'), session, code: z.number().int() }),
  /** What came in, in the order in which it came, for `interpret.ts`. Answered when the product has stored it; without `call` it may be lost. */
  z.object({ type: z.literal('item'), session, call: call.nullable(), payload: z.unknown() }),
  /** How the process is: its memory and that of remembered keys in bytes, the lines it holds, with the bytes of each one's keys, and what it waits for from the product. */
  z.object({
    type: z.literal('health'),
    memoryBytes: z.number(),
    keyBytes: z.number(),
    lines: z.number(),
    keyBytesOf: z.record(session, z.number()),
    calls: z.number(),
  }),
  z.object({ type: z.literal('load'), session, call, kind: z.string().max(50), ids: z.array(z.string().max(300)) }),
  z.object({ type: z.literal('store'), session, call, values: KeyValues }),
  z.object({ type: z.literal('answer'), call, result: z.unknown() }),
  z.object({ type: z.literal('failed'), call, error: z.string() }),
])
export type FromEngine = z.infer<typeof FromEngine>

export const Downloaded = z.object({ result: z.literal('fetched'), bytes }).or(z.object({ result: z.enum(['gone', 'retry']), reason: z.string() }))
export type Downloaded = z.infer<typeof Downloaded>

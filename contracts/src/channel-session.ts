import { z } from 'zod'
import { ChannelKind } from './channel.ts'
import { LineWord } from './channel-line.ts'
import { Id, Instant } from './ids.ts'

/** `error`: nothing happens before a person acts; the cause says why. */
export const SessionStatus = z.enum(['disconnected', 'connecting', 'connected', 'error'])
export type SessionStatus = z.infer<typeof SessionStatus>

/** A channel as programs for linked devices know it: a session with four states. It is the channel itself, under the channel's id. */
export const ChannelSession = z
  .object({
    id: Id,
    name: z.string(),
    kind: ChannelKind,
    status: SessionStatus,
    /** How its line stands, more closely than the status; null for kinds that hold none, and while it is disconnected. */
    line: LineWord.nullable(),
    /** Why it is not connected, in a word of its kind (`device_removed` …) or as the provider says it. */
    cause: z.string().nullable(),
    since: Instant,
    lastConnectedAt: Instant.nullable(),
    /** The number, page or bot that customers see. */
    phone: z.string().nullable(),
    /** By what it waits to be linked. */
    linksBy: z.enum(['qr', 'code']).nullable(),
    /** When a lost line is tried again by itself. */
    retryAt: Instant.nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'ChannelSession' })
export type ChannelSession = z.infer<typeof ChannelSession>

const status = SessionStatus
const nothing = z.null()
/** What links the account now: drawn and scanned, or typed into the telephone; another one follows when it is over. A secret: whoever has it in time holds the account. */
export const SessionCode = z
  .union([
    z.object({ status, qr: z.string(), image: z.string().meta({ description: 'the code as a PNG, as a data URL' }), code: nothing, until: Instant }),
    z.object({ status, qr: nothing, image: nothing, code: z.string(), until: Instant }),
    z.object({ status, qr: nothing, image: nothing, code: nothing, until: nothing }),
  ])
  .meta({ id: 'SessionCode' })
export type SessionCode = z.infer<typeof SessionCode>

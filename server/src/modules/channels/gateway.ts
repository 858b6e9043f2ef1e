import type { ChannelAbilities, ChannelAnswers, ChannelKind, MessageError } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { ClaimedEntry } from '#platform/outbox/entry'
import type { RouteFound } from '#platform/outbox/route'
import type { Address, Dispatch, Happening, MediaOutcome, ProviderTemplate, ReactionDispatch, Sanction, SendOutcome } from './adapter.ts'
import type { Directory } from './directory.ts'
import type { Movement } from './last-moved.ts'
import { paceOf } from './pace.ts'
import { beginIncident } from './incidents.ts'
import { listenedStates } from './listening/ownership.ts'
import type { Guardian } from './guardian/index.ts'
import type { ByLine } from './listening/by-line.ts'
import { templatesAmong } from './guardian/templates-among.ts'
import type { Listeners } from './listening/listeners.ts'
import type { TypingByLine } from './listening/typing.ts'
import { setState, writeLog } from './manage.ts'
import type { ChannelsPorts } from './ports.ts'

/** What an outbox entry of a channel holds. */
export type OutboundPayload = Omit<Dispatch, 'clientRef'> | { to: Address; providerMessageId: string; emoji: string }
export type ChannelFacts = {
  id: string
  tenantId: string
  kind: ChannelKind
  name: string
  flowId: string | null
  answers: ChannelAnswers
  abilities: ChannelAbilities
  asksNames?: true
  onlyByLine?: true
}

/** A message of somebody that was read; `from`: whose it is. */
type Read = { channelId: string; messageId: string; providerMessageId: string; from: Address }

/** Queue of marks of reading that leave by a line. */
export const readMarkQueue = 'read_marks'

/** Where a vendor does not say how long “typing…” shows. */
const usualTypingSeconds = 5

type TemplatesRead = { ok: true; templates: ProviderTemplate[] } | { ok: false; error: MessageError }

/** What the rest of the product does with channels. */
export const createGateway = (
  ports: ChannelsPorts,
  directory: Directory,
  movement: Pick<Movement, 'sent'>,
  { lineOf, byLine, typingByLine, guardian }: Pick<Listeners, 'lineOf'> & { byLine: ByLine; typingByLine: TypingByLine; guardian: Guardian },
) => {
  const own = async (tenantId: string, channelId: string) => {
    const connection = await directory.find(channelId)
    return connection?.tenantId === tenantId ? connection : null
  }
  /** Why the vendor took nothing holds back what comes after it. When that cannot be kept, the next refusal tells it again. */
  const heed = async (tenantId: string, channelId: string, outcome: SendOutcome): Promise<void> => {
    if (outcome.result !== 'retry' || !outcome.holds) return
    const { holds, error } = outcome
    await ports.database
      .inTenant(tenantId, (tx) => guardian.heed(tx, channelId, { type: 'sanction', number: null, begins: holds, until: null, said: error }))
      .catch((trouble: unknown) => ports.log.warn({ err: trouble, tenantId, channelId }, 'a hold of the vendor could not be kept'))
  }
  const send = async (tenantId: string, channelId: string, entry: ClaimedEntry): Promise<SendOutcome> => {
    const connection = await own(tenantId, channelId)
    if (!connection)
      return {
        result: 'failed',
        error: { code: 'channel.removed', title: 'The channel was removed', retryable: false },
        windowClosed: false,
        pauseChannel: false,
      }
    const { adapter, account } = connection
    const payload = entry.payload as OutboundPayload
    if (entry.kind === 'reaction') {
      if (!adapter.react)
        return {
          result: 'failed',
          error: { code: 'channel.no_reactions', title: 'This channel has no reactions', retryable: false },
          windowClosed: false,
          pauseChannel: false,
        }
      return adapter.react({ clientRef: entry.id, ...(payload as Omit<ReactionDispatch, 'clientRef'>) }, account, ports.io)
    }
    return adapter.send({ clientRef: entry.id, ...(payload as Omit<Dispatch, 'clientRef'>) }, account, ports.io)
  }

  /** Whoever opted out while a template waited is not sent it. Most of what leaves is no template, and asks nobody. */
  const unwantedOf = async ({ tenantId, channelId }: { tenantId: string; channelId: string }, entries: readonly ClaimedEntry[]) => {
    const templates = templatesAmong(entries)
    return templates.length > 0 ? ports.database.inTenant(tenantId, (tx) => ports.unwanted(tx, channelId, templates)) : new Map<string, MessageError>()
  }
  /** Nothing is sent before a person acts, and they are told. */
  const stop = async (tx: Tx, channelId: string, reason: string): Promise<void> => {
    await setState(tx, ports, channelId, 'paused', reason)
    await beginIncident(tx, ports, channelId, { cause: 'refused', said: reason })
  }

  return {
    facts: async (tenantId: string, channelId: string): Promise<ChannelFacts | null> => {
      const connection = await own(tenantId, channelId)
      if (!connection) return null
      const { id, kind, name, flowId, answers, abilities, adapter } = connection
      return {
        id,
        tenantId,
        kind,
        name,
        flowId,
        answers,
        abilities,
        ...(adapter.profile && { asksNames: true }),
        ...(adapter.onlyByLine && { onlyByLine: true }),
      }
    },
    /** What a stored item means. Null when the channel was removed meanwhile. */
    interpret: async (tenantId: string, channelId: string, item: unknown): Promise<Happening[] | null> => {
      const connection = await own(tenantId, channelId)
      return connection && connection.adapter.interpret(item, connection.account.settings)
    },
    /** How to send for the dispatcher; null while the channel must not send. What leaves through a line leaves where the line is. */
    routeOf: async (tenantId: string, channelId: string): Promise<RouteFound> => {
      const connection = await own(tenantId, channelId)
      if (connection?.adapter.holdsLine && listenedStates.includes(connection.state)) {
        const line = lineOf(channelId)
        if (line === null) return 'elsewhere'
        if (line === 'closed' || connection.state === 'paused') return null
      } else if (connection && connection.state !== 'connected') return null
      const hold = connection && (await guardian.holdOf(tenantId, channelId))
      return {
        ...(connection?.abilities.templates && { refuse: (entries: ClaimedEntry[]) => unwantedOf({ tenantId, channelId }, entries) }),
        ...(hold && { hold }),
        pace: connection ? await paceOf(directory, connection) : { perSecond: 100, recipient: null },
        send: async (entry) => {
          const outcome = await send(tenantId, channelId, entry)
          if (outcome.result === 'accepted') movement.sent(channelId)
          else await heed(tenantId, channelId, outcome)
          return outcome
        },
      }
    },
    /** Whether what may have left on a channel can be sent again as the same message. */
    mayRepeat: async (tenantId: string, channelId: string): Promise<boolean> => (await own(tenantId, channelId))?.adapter.repeats === true,
    fetchMedia: async (tenantId: string, channelId: string, providerMediaId: string): Promise<MediaOutcome> => {
      const connection = await own(tenantId, channelId)
      if (!connection?.adapter.fetchMedia) return { result: 'gone', reason: 'this channel cannot fetch files' }
      if (!byLine.hasLine(connection)) return { result: 'retry', reason: 'the number is not linked' }
      return connection.adapter.fetchMedia(providerMediaId, connection.account, ports.io)
    },
    /** What somebody is called; null where the provider does not tell, or the channel is gone. Throws when it is worth asking again. */
    nameOf: async (tenantId: string, channelId: string, of: Address): Promise<string | null> => {
      const connection = await own(tenantId, channelId)
      const told = await connection?.adapter.profile?.(of, connection.account, ports.io)
      if (told?.result === 'retry') throw new Error(`name not told yet: ${told.reason}`)
      return told?.name ?? null
    },
    /** Tells the customer that it was read, after the commit. Nobody waits for it, and it never fails the person who reads. By a line it is a job, which waits until that is open. */
    markRead: async (tx: Tx, { channelId, messageId, providerMessageId, from }: Read): Promise<void> => {
      const connection = await own(tx.tenantId, channelId)
      if (!connection?.adapter.markRead) return
      const { adapter, account } = connection
      if (adapter.onlyByLine) return tx.enqueue({ queue: readMarkQueue, key: channelId, payload: { messageId } })
      const tell = () => adapter.markRead!(providerMessageId, account, ports.io, from)
      tx.afterCommit(() => void tell().catch((error: unknown) => ports.log.debug({ err: error, channelId }, 'read receipt not sent')))
    },
    /** The same by the line of the channel; on lanes. Rejects when it could not be told. */
    markReadByLine: async (tenantId: string, { channelId, providerMessageId, from }: Read): Promise<void> => {
      const connection = await own(tenantId, channelId)
      if (connection && byLine.hasLine(connection)) await connection.adapter.markRead?.(providerMessageId, connection.account, ports.io, from)
    },
    /** For how many seconds it shows; null where it does not: the channel cannot, does not send now, or its vendor's word holds it back. */
    showTyping: async (tenantId: string, channelId: string, providerMessageId: string, to: Address, name: string | null): Promise<number | null> => {
      const connection = await own(tenantId, channelId)
      if (!connection?.adapter.showTyping || connection.state !== 'connected' || (await directory.isHeld(channelId))) return null
      if (byLine.isElsewhere(connection)) typingByLine.tell(channelId, { to, answering: providerMessageId })
      else await connection.adapter.showTyping(providerMessageId, connection.account, ports.io, to, name)
      return connection.adapter.typingSeconds ?? usualTypingSeconds
    },
    hideTyping: async (tenantId: string, channelId: string, to: Address): Promise<void> => {
      const connection = await own(tenantId, channelId)
      if (connection?.state !== 'connected' || !connection.adapter.hideTyping) return
      if (byLine.isElsewhere(connection)) typingByLine.tell(channelId, { to, answering: null })
      else await connection.adapter.hideTyping(connection.account, ports.io, to)
    },
    tellBlocked: async (tenantId: string, channelId: string, address: Address, blocked: boolean): Promise<void> => {
      const connection = await own(tenantId, channelId)
      await connection?.adapter.block?.(address, blocked, connection.account, ports.io)
    },
    /** The templates that the provider has for a channel; null where it has none at all, or the channel is gone. */
    templates: async (tenantId: string, channelId: string): Promise<TemplatesRead | null> => {
      const connection = await own(tenantId, channelId)
      if (!connection?.abilities.templates || !connection.adapter.templates) return null
      return connection.adapter.templates(connection.account, ports.io)
    },
    /** Account news: kept in the log; a dead token, a locked or a deleted account stops sending until a person acts. */
    noteNotice: async (tx: Tx, channelId: string, notice: Extract<Happening, { type: 'notice' }>): Promise<void> => {
      await writeLog(tx, ports, channelId, notice)
      if (notice.pause) await stop(tx, channelId, notice.event)
    },
    /** What the vendor says may be sent, or not. */
    heedSanction: (tx: Tx, channelId: string, sanction: Sanction): Promise<void> => guardian.heed(tx, channelId, sanction),
    /** A person has to put something right with the vendor: it stands in the channel's log. */
    alert: async (tx: Tx, channelId: string, { code, title, detail }: MessageError): Promise<void> =>
      void (await writeLog(tx, ports, channelId, { level: 'error', event: code, detail: { title, ...(detail && { detail }) } })),
    /** Nothing can be sent until a person acts (a dead token, a locked account): the reason stands in the channel's log too. */
    pause: async (tx: Tx, channelId: string, reason: string): Promise<void> => {
      await writeLog(tx, ports, channelId, { level: 'error', event: 'paused', detail: { reason } })
      await stop(tx, channelId, reason)
    },
  }
}
export type Gateway = ReturnType<typeof createGateway>

import type { AdapterIo, Address, ChannelAdapter, Dispatch, SendOutcome } from '#channels'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { readStored } from '../../kits/outbound/stored-file.ts'
import { failed as failure, nobodyThere, type Trouble } from '../../kits/outbound/trouble.ts'
import { jidOf } from '../../kits/whatsapp/jid.ts'
import { sessionOf, type Lines } from './lines.ts'
import { messageIdOf } from '../../kits/whatsapp/message-id.ts'
import { engineContent, type ReadFile } from './outbound.ts'
import type { WhatsAppWebSettings } from './settings.ts'

type Adapter = ChannelAdapter<WhatsAppWebSettings>

/** Numbers that were asked for, in all lines of this process. */
const MOST_KNOWN = 50_000

const failed = (code: string, title: string, detail?: string): Trouble => failure(`whatsapp-web.${code}`, title, detail)

const notOnWhatsApp = nobodyThere('whatsapp-web.not_on_whatsapp', 'This number is not on WhatsApp')

/** The same id makes a repeated message the same message on the telephone: what may have left can safely be sent again. */
const again = (error: unknown): SendOutcome => {
  const reason = error instanceof Error ? error.message : ''
  const isLine = /no line|engine ended|connection|timed out/i.test(reason)
  return {
    result: 'retry',
    error: isLine
      ? { code: 'whatsapp-web.no_line', title: 'There is no line to WhatsApp at present', retryable: true }
      : { code: 'whatsapp-web.not_sent', title: 'The engine could not send the message', detail: reason.slice(0, 200), retryable: true },
    afterSeconds: null,
    scope: isLine ? 'channel' : 'message',
  }
}

/** What became of a send because of its file. */
class FileTrouble extends Error {
  readonly outcome: Trouble
  constructor(outcome: Trouble) {
    super('no file')
    this.outcome = outcome
  }
}
const reader =
  (io: AdapterIo, tenantId: string): ReadFile =>
  async (file) => {
    const stored = await readStored('whatsapp-web', file, tenantId, io)
    if (stored.result !== 'read') throw new FileTrouble(stored)
    return stored
  }

const Found = z.object({ exists: z.boolean(), jid: z.string().nullable() })

export const createSend = (lines: Lines): { send: Adapter['send']; react: NonNullable<Adapter['react']> } => {
  const known = new LRUCache<string, string>({ max: MOST_KNOWN })

  /**
   * Where to write to. A number is asked for before the first message to it: who writes to numbers that are not in use is soon restricted, and some are known to the network in
   * another spelling (the 9 of Argentina). Null when nobody is there.
   */
  const placeOf = async (session: string, to: Address): Promise<string | null> => {
    const jid = jidOf(to)
    if (jid === null || to.kind !== 'phone') return jid
    const key = `${session} ${to.value}`
    const found = known.get(key)
    if (found !== undefined) return found
    const answer = Found.parse(await lines.ask({ type: 'find', session, phone: to.value }))
    if (!answer.exists) return null
    const place = answer.jid ?? jid
    known.set(key, place)
    return place
  }

  return {
    send: async ({ clientRef, to, content, quotes }: Dispatch, account, io): Promise<SendOutcome> => {
      if (jidOf(to) === null) return failed('address_not_offered', 'WhatsApp cannot write to this kind of address', to.kind)
      const session = sessionOf(account)
      try {
        const said = await engineContent(content, reader(io, account.tenantId))
        if (said === null) return failed('type_not_offered', 'A linked device cannot send this kind of message', content.type)
        const place = await placeOf(session, to)
        if (place === null) return notOnWhatsApp
        const id = messageIdOf(clientRef)
        await lines.ask({ type: 'send', session, to: place, id, content: said, quotes })
        return { result: 'accepted', providerMessageId: id, aliases: [] }
      } catch (error) {
        return error instanceof FileTrouble ? error.outcome : again(error)
      }
    },
    react: async ({ clientRef, to, providerMessageId, isOwn, emoji }, account): Promise<SendOutcome> => {
      if (jidOf(to) === null) return failed('address_not_offered', 'WhatsApp cannot write to this kind of address', to.kind)
      const session = sessionOf(account)
      try {
        const place = await placeOf(session, to)
        if (place === null) return notOnWhatsApp
        const content = { type: 'reaction' as const, to: providerMessageId, emoji, mine: isOwn }
        await lines.ask({ type: 'send', session, to: place, id: messageIdOf(clientRef), content, quotes: null })
        return { result: 'accepted', providerMessageId, aliases: [] }
      } catch (error) {
        return again(error)
      }
    },
  }
}

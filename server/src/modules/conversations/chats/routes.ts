import { chatRoutes } from '@chasqui/contracts'
import type { Http } from '#platform/http/server'
import type { createInspection } from '../acts/recorded.ts'
import type { ConversationsPorts } from '../ports.ts'
import { readMessage } from '../views.ts'
import { chatOf, markChatRead, readChat, sendToChat } from './chat.ts'

/** Talks as programs for linked devices ask for them: by the name of a channel and of whoever is written to. */
export const registerChats = (http: Http, ports: ConversationsPorts, inspected: ReturnType<typeof createInspection>): void => {
  http.route(chatRoutes.send, async ({ tx, params, body, actor }) => {
    const { conversationId, messageId } = await sendToChat(tx, ports, actor, { session: params.id, ...body })
    tx.record({ subject: { kind: 'conversation', id: conversationId }, after: { messageId } })
    return readMessage(tx, ports, messageId)
  })
  http.route(chatRoutes.read, async ({ tx, params, query, actor }) => {
    const found = await readChat(tx, ports, await chatOf(tx, ports, params), query)
    for (const id of new Set(found.items.map(({ conversationId }) => conversationId))) await inspected(tx, id, actor)
    return found
  })
  http.route(chatRoutes.markRead, async ({ tx, params }) => markChatRead(tx, ports, await chatOf(tx, ports, params)))
}

import { conversationRoutes } from '@chasqui/contracts'
import type { Http } from '#platform/http/server'
import * as act from './act.ts'
import { countConversations, listConversations, listMessages } from './list.ts'
import { react, removeConversation, retry } from './message-acts.ts'
import type { ConversationsPorts } from './ports.ts'
import { searchMessages } from './search.ts'
import { startConversation } from './start.ts'
import { createTag, listTags, setTags } from './tags.ts'
import { transferTo } from './transfer.ts'
import { readConversation, readMessage } from './views.ts'

const routes = conversationRoutes

export const registerRoutes = (http: Http, ports: ConversationsPorts): void => {
  http.route(routes.list, ({ tx, query, actor }) => listConversations(tx, ports, actor.userId, query))
  http.route(routes.counts, ({ tx, query, actor }) => countConversations(tx, ports, actor.userId, query.view))
  http.route(routes.create, async ({ tx, body, actor }) => readConversation(tx, ports, await startConversation(tx, ports, actor, body)))
  http.route(routes.search, ({ tx, query }) => searchMessages(tx, ports, query))
  http.route(routes.read, ({ tx, params }) => readConversation(tx, ports, params.id))
  http.route(routes.update, async ({ tx, params, body }) => {
    if (body.priority) await act.setPriority(tx, ports, params.id, body.priority)
    return readConversation(tx, ports, params.id)
  })
  http.route(routes.remove, ({ tx, params, actor }) => removeConversation(tx, ports, params.id, actor))
  http.route(routes.messages, ({ tx, params, query }) => listMessages(tx, ports, params.id, query))
  http.route(routes.send, async ({ tx, params, body, actor }) => readMessage(tx, ports, await act.sendMessage(tx, ports, params.id, actor, body)))
  http.route(routes.note, async ({ tx, params, body, actor }) =>
    readMessage(tx, ports, await act.addNote(tx, ports, params.id, actor, body.text, body.clientId)),
  )
  http.route(routes.status, async ({ tx, params, body, actor }) => {
    await act.setStatus(tx, ports, params.id, actor, body.status, body.reason ?? null)
    return readConversation(tx, ports, params.id)
  })
  http.route(routes.assign, async ({ tx, params, body, actor }) => {
    await act.assignTo(tx, ports, params.id, actor, body.userId === undefined ? actor.userId : body.userId)
    return readConversation(tx, ports, params.id)
  })
  http.route(routes.transfer, async ({ tx, params, body, actor }) => {
    await transferTo(tx, ports, params.id, actor, body)
    return readConversation(tx, ports, params.id)
  })
  http.route(routes.close, async ({ tx, params, body, actor }) => {
    await act.closeConversation(tx, ports, params.id, actor, body.reason ?? null)
    return readConversation(tx, ports, params.id)
  })
  http.route(routes.reopen, async ({ tx, params, actor }) => {
    await act.reopenConversation(tx, ports, params.id, actor)
    return readConversation(tx, ports, params.id)
  })
  http.route(routes.markRead, async ({ tx, params }) => {
    act.showRead(tx, ports, await act.markRead(tx, ports, params.id))
    return readConversation(tx, ports, params.id)
  })
  http.route(routes.markUnread, async ({ tx, params }) => {
    await act.markUnread(tx, ports, params.id)
    return readConversation(tx, ports, params.id)
  })
  http.route(routes.snooze, async ({ tx, params, body }) => {
    await act.snooze(tx, ports, params.id, body.until ? new Date(body.until) : null)
    return readConversation(tx, ports, params.id)
  })
  http.route(routes.tags, async ({ tx, params, body }) => {
    await setTags(tx, ports, params.id, body.tags)
    return readConversation(tx, ports, params.id)
  })
  http.route(routes.floor, async ({ tx, params, body, actor }) => {
    await act.setFloor(tx, ports, params.id, actor, body.floor)
    return readConversation(tx, ports, params.id)
  })
  http.route(routes.react, async ({ tx, params, body }) => {
    await react(tx, ports, params.id, params.messageId, body.emoji)
    return readMessage(tx, ports, params.messageId)
  })
  http.route(routes.retry, async ({ tx, params }) => {
    await retry(tx, ports, params.id, params.messageId)
    return readMessage(tx, ports, params.messageId)
  })
  http.route(routes.typing, async ({ tx, params }) => {
    const conversation = await readConversation(tx, ports, params.id)
    const last = await act.lastOfCustomer(tx, params.id, conversation.channel.id)
    if (last)
      tx.afterCommit(
        () => void ports.showTyping(tx.tenantId, last.channelId, last.providerMessageId).catch((error) => ports.log.debug({ err: error }, 'typing not shown')),
      )
  })
  http.route(routes.listTags, ({ tx, query }) => listTags(tx, query))
  http.route(routes.createTag, ({ tx, body }) => createTag(tx, ports, body.name))
}

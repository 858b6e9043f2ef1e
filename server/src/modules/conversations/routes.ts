import { conversationRoutes } from '@chasqui/contracts'
import type { Http } from '#platform/http/server'
import { assignTo, transferTo } from './acts/assign.ts'
import { closeConversation, reopenConversation } from './acts/close.ts'
import { setFloor } from './acts/floor.ts'
import { addNote } from './acts/note.ts'
import { setPriority } from './acts/priority.ts'
import { react } from './acts/reaction.ts'
import { lastOfCustomer, markRead, markUnread, showRead } from './acts/read.ts'
import { removeConversation } from './acts/remove.ts'
import { retry } from './acts/retry.ts'
import { sendMessage } from './acts/send.ts'
import { snooze } from './acts/snooze.ts'
import { startConversation } from './acts/start.ts'
import { setStatus } from './acts/state.ts'
import { createTag, listTags, setTags } from './acts/tags.ts'
import { countConversations, listConversations, listMessages } from './list.ts'
import type { ConversationsPorts } from './ports.ts'
import { searchMessages } from './search.ts'
import { readConversation, readMessage } from './views.ts'

const routes = conversationRoutes

export const registerRoutes = (http: Http, ports: ConversationsPorts): void => {
  http.route(routes.list, ({ tx, query, actor }) => listConversations(tx, ports, actor.userId, query))
  http.route(routes.counts, ({ tx, query, actor }) => countConversations(tx, ports, actor.userId, query.view))
  http.route(routes.create, async ({ tx, body, actor }) => readConversation(tx, ports, await startConversation(tx, ports, actor, body)))
  http.route(routes.search, ({ tx, query }) => searchMessages(tx, ports, query))
  http.route(routes.read, ({ tx, params }) => readConversation(tx, ports, params.id))
  http.route(routes.update, async ({ tx, params, body }) => {
    if (body.priority) await setPriority(tx, ports, params.id, body.priority)
    return readConversation(tx, ports, params.id)
  })
  http.route(routes.remove, ({ tx, params, actor }) => removeConversation(tx, ports, params.id, actor))
  http.route(routes.messages, ({ tx, params, query }) => listMessages(tx, ports, params.id, query))
  http.route(routes.send, async ({ tx, params, body, actor }) => readMessage(tx, ports, await sendMessage(tx, ports, params.id, actor, body)))
  http.route(routes.note, async ({ tx, params, body, actor }) => readMessage(tx, ports, await addNote(tx, ports, params.id, actor, body.text, body.clientId)))
  http.route(routes.status, async ({ tx, params, body, actor }) => {
    await setStatus(tx, ports, params.id, actor, body.status, body.reason ?? null)
    return readConversation(tx, ports, params.id)
  })
  http.route(routes.assign, async ({ tx, params, body, actor }) => {
    await assignTo(tx, ports, params.id, actor, body.userId === undefined ? actor.userId : body.userId)
    return readConversation(tx, ports, params.id)
  })
  http.route(routes.transfer, async ({ tx, params, body, actor }) => {
    await transferTo(tx, ports, params.id, actor, body)
    return readConversation(tx, ports, params.id)
  })
  http.route(routes.close, async ({ tx, params, body, actor }) => {
    await closeConversation(tx, ports, params.id, actor, body.reason ?? null)
    return readConversation(tx, ports, params.id)
  })
  http.route(routes.reopen, async ({ tx, params, actor }) => {
    await reopenConversation(tx, ports, params.id, actor)
    return readConversation(tx, ports, params.id)
  })
  http.route(routes.markRead, async ({ tx, params }) => {
    showRead(tx, ports, await markRead(tx, ports, params.id))
    return readConversation(tx, ports, params.id)
  })
  http.route(routes.markUnread, async ({ tx, params }) => {
    await markUnread(tx, ports, params.id)
    return readConversation(tx, ports, params.id)
  })
  http.route(routes.snooze, async ({ tx, params, body }) => {
    await snooze(tx, ports, params.id, body.until ? new Date(body.until) : null)
    return readConversation(tx, ports, params.id)
  })
  http.route(routes.tags, async ({ tx, params, body }) => {
    await setTags(tx, ports, params.id, body.tags)
    return readConversation(tx, ports, params.id)
  })
  http.route(routes.floor, async ({ tx, params, body, actor }) => {
    await setFloor(tx, ports, params.id, actor, body.floor)
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
    const last = await lastOfCustomer(tx, params.id, conversation.channel.id)
    if (last)
      tx.afterCommit(
        () => void ports.showTyping(tx.tenantId, last.channelId, last.providerMessageId).catch((error) => ports.log.debug({ err: error }, 'typing not shown')),
      )
  })
  http.route(routes.listTags, ({ tx, query }) => listTags(tx, query))
  http.route(routes.createTag, ({ tx, body }) => createTag(tx, ports, body.name))
}

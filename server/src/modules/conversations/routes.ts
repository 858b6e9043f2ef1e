import { bulkRoutes, closingRoutes, conversationRoutes, type ClosingReason } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { Http } from '#platform/http/server'
import { assignTo } from './acts/assign.ts'
import { difference } from '#platform/acts/difference'
import { blockContact, unblockContact } from './acts/block.ts'
import { closeConversation, reopenConversation } from './acts/close.ts'
import { setFloor } from './acts/floor.ts'
import { mergeConversations, unmergeConversations } from './acts/merge.ts'
import { addNote } from './acts/note.ts'
import { setPriority } from './acts/priority.ts'
import { react } from './acts/reaction.ts'
import { lastOfCustomer, markRead, markUnread } from './acts/read.ts'
import { createInspection, recorded, subjectOf } from './acts/recorded.ts'
import { removeConversation } from './acts/remove.ts'
import { retry } from './acts/retry.ts'
import { sendMessage } from './acts/send.ts'
import { snooze } from './acts/snooze.ts'
import { startConversation } from './acts/start.ts'
import { setStatus } from './acts/state.ts'
import { countBulk } from './bulk/select.ts'
import { registerChats } from './chats/routes.ts'
import { createTag, listTags, setTags } from './acts/tags.ts'
import { transferTo } from './acts/transfer.ts'
import { changeConduct, readConduct } from './closing/conduct.ts'
import { createReason, listReasons, readReason, removeReason, updateReason } from './closing/reasons.ts'
import { registerExport } from './export/routes.ts'
import { listMessages } from './list-messages.ts'
import { registerLists } from './lists/routes.ts'
import { listMentionable } from './mentions.ts'
import type { ConversationsPorts } from './ports.ts'
import { registerScheduled } from './scheduled/routes.ts'
import { searchMessages } from './search.ts'
import { readConversation, readMessage } from './views.ts'

const routes = conversationRoutes

/** What is written in a conversation is told by which message it is; its words are not. */
const recordMessage = (tx: Tx, id: string, messageId: string): void => tx.record({ subject: { kind: 'conversation', id }, after: { messageId } })

export const registerRoutes = (http: Http, ports: ConversationsPorts): void => {
  const inspected = createInspection(ports)
  registerLists(http, ports)
  registerChats(http, ports, inspected)
  http.route(bulkRoutes.matching, ({ tx, query, actor }) => countBulk(tx, ports, actor.userId, query))
  http.route(routes.create, async ({ tx, body, actor }) => {
    const conversation = await readConversation(tx, ports, await startConversation(tx, ports, actor, body))
    tx.record({ subject: subjectOf(conversation), after: { channel: conversation.channel.name } })
    return conversation
  })
  http.route(routes.search, async ({ tx, query, actor }) => {
    const found = await searchMessages(tx, ports, query)
    // What is found is shown whole: by its words a conversation is read as well as by its id.
    for (const id of new Set(found.items.map(({ conversationId }) => conversationId))) await inspected(tx, id, actor)
    return found
  })
  http.route(routes.read, async ({ tx, params, actor }) => {
    await inspected(tx, params.id, actor)
    return readConversation(tx, ports, params.id)
  })
  http.route(routes.update, ({ tx, params, body }) =>
    recorded(tx, ports, params.id, async () => body.priority && setPriority(tx, ports, params.id, body.priority)),
  )
  http.route(routes.remove, async ({ tx, params, actor }) => {
    const { id, contact, channel, state } = await readConversation(tx, ports, params.id)
    await removeConversation(tx, ports, params.id, actor)
    tx.record({ subject: subjectOf({ id, contact }), before: { contact: contact.name, channel: channel.name, state } })
  })
  http.route(routes.messages, async ({ tx, params, query, actor }) => {
    await inspected(tx, params.id, actor)
    return listMessages(tx, ports, params.id, query)
  })
  http.route(routes.send, async ({ tx, params, body, actor }) => {
    const messageId = await sendMessage(tx, ports, params.id, actor, body)
    recordMessage(tx, params.id, messageId)
    return readMessage(tx, ports, messageId)
  })
  http.route(routes.note, async ({ tx, params, body, actor }) => {
    const messageId = await addNote(tx, ports, params.id, actor, body)
    recordMessage(tx, params.id, messageId)
    return readMessage(tx, ports, messageId)
  })
  http.route(routes.mentionable, async ({ tx, params, query, actor }) => ({ items: await listMentionable(tx, ports, params.id, actor, query.search) }))
  http.route(routes.status, ({ tx, params, body, actor }) =>
    recorded(tx, ports, params.id, () => setStatus(tx, ports, params.id, actor, body.status, body.reason ?? null)),
  )
  http.route(routes.assign, ({ tx, params, body, actor }) =>
    recorded(tx, ports, params.id, () => assignTo(tx, ports, params.id, actor, body.userId === undefined ? actor.userId : body.userId)),
  )
  http.route(routes.transfer, ({ tx, params, body, actor }) => recorded(tx, ports, params.id, () => transferTo(tx, ports, params.id, actor, body)))
  http.route(routes.close, ({ tx, params, body, actor }) => recorded(tx, ports, params.id, () => closeConversation(tx, ports, params.id, actor, body)))
  http.route(routes.reopen, ({ tx, params, actor }) => recorded(tx, ports, params.id, () => reopenConversation(tx, ports, params.id, actor)))
  http.route(routes.markRead, async ({ tx, params }) => {
    await markRead(tx, ports, params.id)
    return readConversation(tx, ports, params.id)
  })
  http.route(routes.markUnread, async ({ tx, params }) => {
    await markUnread(tx, ports, params.id)
    return readConversation(tx, ports, params.id)
  })
  http.route(routes.snooze, ({ tx, params, body }) =>
    recorded(tx, ports, params.id, () => snooze(tx, ports, params.id, body.until ? new Date(body.until) : null)),
  )
  http.route(routes.tags, ({ tx, params, body }) => recorded(tx, ports, params.id, () => setTags(tx, ports, params.id, body.tags)))
  http.route(routes.floor, ({ tx, params, body, actor }) => recorded(tx, ports, params.id, () => setFloor(tx, ports, params.id, actor, body.floor, body.pause)))
  http.route(routes.merge, async ({ tx, params, body, actor }) => {
    await mergeConversations(tx, ports, params.id, actor, body)
    return mergedRecord(tx, ports, params.id, body.conversationId)
  })
  http.route(routes.unmerge, async ({ tx, params, body, actor }) => {
    await unmergeConversations(tx, ports, params.id, actor, body.conversationId)
    return mergedRecord(tx, ports, params.id, body.conversationId)
  })
  http.route(routes.block, async ({ tx, params, actor }) => {
    const { name } = await blockContact(tx, ports, params.id, actor)
    tx.record({ subject: { kind: 'contact', id: params.id, name }, after: { blocked: true } })
  })
  http.route(routes.unblock, async ({ tx, params }) => {
    const { name } = await unblockContact(tx, ports, params.id)
    tx.record({ subject: { kind: 'contact', id: params.id, name }, after: { blocked: false } })
  })
  registerClosing(http, ports)
  registerScheduled(http, ports)
  registerExport(http, ports)
  http.route(routes.react, async ({ tx, params, body }) => {
    await react(tx, ports, params.id, params.messageId, body.emoji)
    recordMessage(tx, params.id, params.messageId)
    return readMessage(tx, ports, params.messageId)
  })
  http.route(routes.retry, async ({ tx, params }) => {
    await retry(tx, ports, params.id, params.messageId)
    recordMessage(tx, params.id, params.messageId)
    return readMessage(tx, ports, params.messageId)
  })
  http.route(routes.typing, async ({ tx, params, actor }) => {
    await readConversation(tx, ports, params.id)
    const last = await lastOfCustomer(tx, params.id)
    const name = last && actor.keyId === null ? await nameOfMember(tx, actor.userId) : null
    if (last)
      tx.afterCommit(
        () =>
          void ports
            .showTyping(tx.tenantId, last.channelId, last.providerMessageId, last.from, name)
            .catch((error) => ports.log.debug({ err: error }, 'typing not shown')),
      )
  })
  http.route(routes.listTags, ({ tx, query }) => listTags(tx, query))
  http.route(routes.createTag, async ({ tx, body }) => {
    const tag = await createTag(tx, ports, body.name)
    tx.record({ subject: { kind: 'tag', id: tag.id, name: tag.name }, after: { name: tag.name } })
    return tag
  })
}

const nameOfMember = async (tx: Tx, userId: string): Promise<string | null> =>
  (await tx.query<{ name: string }>('select name from identity.member_card where tenant_id = $1 and id = $2', [tx.tenantId, userId])).rows[0]?.name ?? null

const mergedRecord = async (tx: Tx, ports: ConversationsPorts, id: string, sourceId: string) => {
  const conversation = await readConversation(tx, ports, id)
  tx.record({ subject: subjectOf(conversation), after: { with: sourceId } })
  return conversation
}

const subjectOfReason = ({ id, name }: ClosingReason) => ({ kind: 'closing_reason', id, name })
const factsOfReason = ({ name, queueName, needsNote, position }: ClosingReason) => ({ name, queue: queueName, needsNote, position })

const registerClosing = (http: Http, ports: ConversationsPorts): void => {
  http.route(closingRoutes.reasons, async ({ tx, query }) => ({ items: await listReasons(tx, ports, query) }))
  http.route(closingRoutes.createReason, async ({ tx, body }) => {
    const reason = await createReason(tx, ports, body)
    tx.record({ subject: subjectOfReason(reason), after: factsOfReason(reason) })
    return reason
  })
  http.route(closingRoutes.updateReason, async ({ tx, params, body }) => {
    const before = await readReason(tx, ports, params.id)
    const after = await updateReason(tx, ports, params.id, body)
    tx.record({ subject: subjectOfReason(after), ...difference(factsOfReason(before), factsOfReason(after)) })
    return after
  })
  http.route(closingRoutes.removeReason, async ({ tx, params }) => {
    const reason = await removeReason(tx, ports, params.id)
    tx.record({ subject: subjectOfReason(reason), before: factsOfReason(reason) })
  })
  http.route(closingRoutes.conduct, ({ tx }) => readConduct(tx))
  http.route(closingRoutes.changeConduct, async ({ tx, body }) => {
    const before = await readConduct(tx)
    const after = await changeConduct(tx, ports, body)
    tx.record({ subject: { kind: 'conduct', id: tx.tenantId }, ...difference(before, after) })
    return after
  })
}

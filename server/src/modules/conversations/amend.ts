import { filesOf, type MessageContent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { countAsDelivered } from '#platform/inbox/delivered'
import { heardFrom } from './domain/conversation.ts'
import { previewOf, searchableWords } from './domain/message.ts'
import { fetchFiles, hasFilesToFetch } from './fetch-files.ts'
import type { Address, ChannelFacts, ConversationsPorts } from './ports.ts'
import { receive, type Incoming } from './receive.ts'
import { addSystemLine, openThread, saveThread } from './thread.ts'

type Target = { id: string; conversation_id: string; content: MessageContent }
const find = async (tx: Tx, channelId: string, providerMessageId: string): Promise<Target | null> => {
  const { rows } = await tx.query<Target>(
    'select id, conversation_id, content from conversations.message where tenant_id = $1 and channel_id = $2 and provider_message_id = $3 for update',
    [tx.tenantId, channelId, providerMessageId],
  )
  if (rows[0]) tx.own(`conversation ${rows[0].conversation_id}`)
  return rows[0] ?? null
}

/** A time that cannot be right (none at all, ahead of ours) is the time of arrival. */
const momentOf = (at: string, now: Date): Date => {
  const instant = new Date(at)
  return instant > now || instant.getTime() < Date.UTC(2009, 0) ? now : instant
}

/** An edit of a caption may tell its words alone, leave the file out or name the one that we have: it stays as it is, stored or on its way. */
const withFileKept = (content: MessageContent, before: MessageContent): MessageContent => {
  if (content.type === 'text' && (before.type === 'image' || before.type === 'video' || before.type === 'document')) return { ...before, caption: content.text }
  if (!('file' in content) || !('file' in before) || content.type !== before.type) return content
  const named = content.file.providerMediaId
  return named === null || named === before.file.providerMediaId ? { ...content, file: before.file } : content
}

type Edit = { providerMessageId: string; at: string; content: MessageContent; from: Address[]; origin: Incoming['origin'] }

/** The customer (or the business on its handset) changed what was written. What was said before is not kept. */
export const edited = async (tx: Tx, ports: ConversationsPorts, channel: ChannelFacts, edit: Edit): Promise<void> => {
  const target = await find(tx, channel.id, edit.providerMessageId)
  // An edit of something that never arrived is at least a message.
  if (!target) return receive(tx, ports, channel, { ...edit, profileName: null, quotes: null, context: { edited: true } })
  const content = withFileKept(edit.content, target.content)
  // Edits come in any order, also after the deletion: the newest wins, and what is deleted stays so.
  const { rows } = await tx.query(
    `update conversations.message set content = $3, type = $4, words = $5, edited_at = $6
     where tenant_id = $1 and id = $2 and deleted_at is null and (edited_at is null or edited_at <= $6) returning id`,
    [tx.tenantId, target.id, JSON.stringify(content), content.type, searchableWords(content), momentOf(edit.at, ports.now())],
  )
  if (rows.length > 0) {
    await refreshPreview(tx, target, previewOf(content))
    if (hasFilesToFetch(content)) fetchFiles(tx, channel, target.id)
    tx.publish({ type: 'message.changed', payload: { conversationId: target.conversation_id, messageId: target.id, what: 'edited' } })
  }
  if (edit.origin === 'contact') await extendWindow(tx, ports, channel, edit.from, edit.at)
}

/** `parts`: further ids under which bubbles of the message may stand. */
export type Removal = { providerMessageId: string; parts?: string[]; from: Address[]; at: string }

/**
 * The customer deleted a message for everyone: its content goes, the mark stays. The removal may come before the message, whose delivery then
 * counts as one that was there before. `early`: it is there and still waits to be worked on, so that the removal has to be heard again.
 */
export const deleted = async (
  tx: Tx,
  ports: ConversationsPorts,
  channel: ChannelFacts,
  { providerMessageId, parts = [] }: Removal,
): Promise<'early' | undefined> => {
  const { rows: targets } = await tx.query<Target & { direction: string }>(
    'select id, conversation_id, content, direction from conversations.message where tenant_id = $1 and channel_id = $2 and provider_message_id = any($3::text[]) for update',
    [tx.tenantId, channel.id, [providerMessageId, ...parts]],
  )
  for (const target of targets) await remove(tx, ports, target)
  return targets.length > 0 || (await countAsDelivered(tx, channel.id, providerMessageId)) ? undefined : 'early'
}

const remove = async (tx: Tx, ports: ConversationsPorts, target: Target & { direction: string }): Promise<void> => {
  tx.own(`conversation ${target.conversation_id}`)
  await tx.query(
    `update conversations.message set deleted_at = $3, words = '', content = jsonb_build_object('type', 'system', 'event', 'deleted') where tenant_id = $1 and id = $2 and deleted_at is null`,
    [tx.tenantId, target.id, ports.now()],
  )
  // What the business sent may be anybody's by now; what a customer took back is kept for nobody.
  const brought = target.direction === 'in' ? filesOf(target.content).flatMap(({ fileId }) => fileId ?? []) : []
  if (brought.length > 0) await ports.letGoOfFiles(tx, brought)
  await refreshPreview(tx, target, '')
  tx.publish({ type: 'message.changed', payload: { conversationId: target.conversation_id, messageId: target.id, what: 'deleted' } })
}

export type Reaction = {
  providerMessageId: string
  emoji: string | null
  from: Address[]
  profileName: string | null
  at: string
  origin: Incoming['origin']
  opensWindow?: false
}

/** Beside each side's sign its instant, by which an older one is known that comes late. */
const reactText = `update conversations.message
  set reactions = case when $3::text is null then reactions - $4::text else reactions || jsonb_build_object($4::text, $3::text) end || jsonb_build_object($4::text || 'At', $5::text)
  where tenant_id = $1 and id = $2 and coalesce(reactions ->> ($4::text || 'At'), '') <= $5`

/** A reaction, or its removal (`emoji` null). One per person and message, the newest whatever the order. */
export const reacted = async (tx: Tx, ports: ConversationsPorts, channel: ChannelFacts, reaction: Reaction): Promise<void> => {
  const target = await find(tx, channel.id, reaction.providerMessageId)
  if (target) {
    const side = reaction.origin === 'contact' ? 'contact' : 'agent'
    await tx.query(reactText, [tx.tenantId, target.id, reaction.emoji, side, momentOf(reaction.at, ports.now()).toISOString()])
    tx.publish({ type: 'message.changed', payload: { conversationId: target.conversation_id, messageId: target.id, what: 'reaction' } })
  }
  if (reaction.origin === 'contact' && reaction.opensWindow !== false) await extendWindow(tx, ports, channel, reaction.from, reaction.at)
}

/** The customer's address changed: the thread says so; where somebody else already has the new one, a person decides. */
export const readdressed = async (
  tx: Tx,
  ports: ConversationsPorts,
  channel: ChannelFacts,
  change: { from: Address; to: Address; notice: MessageContent; eventId: string },
): Promise<void> => {
  const result = await ports.readdress(tx, channel.id, change.from, change.to)
  if (!result) return
  const { thread } = await openThread(tx, channel, result.contactId, change.to, change.eventId)
  if (!thread) return
  addSystemLine(
    thread,
    ports,
    result.moved ? 'number_changed' : 'number_taken_by_other',
    { to: change.to.value },
    change.notice.type === 'system' ? change.notice.text : undefined,
  )
  await saveThread(tx, ports, thread)
  tx.publish({ type: 'conversation.changed', payload: { conversationId: thread.facts.id, what: 'state' } })
}

/** Any act of the customer counts as activity for the service window. */
export const extendWindow = async (tx: Tx, ports: ConversationsPorts, channel: ChannelFacts, from: Address[], at: string): Promise<void> => {
  if (channel.abilities.serviceWindowHours === null || from.length === 0) return
  const met = await ports.meet(tx, { channelId: channel.id, addresses: from, profileName: null })
  if (met.unreached.length > 0) await ports.noteReached(tx, met.unreached)
  const { thread } = await openThread(tx, channel, met.contactId, met.address, '')
  if (!thread) return
  const now = ports.now()
  const waiting = thread.facts.waitingSince
  thread.facts = {
    ...heardFrom(thread.facts, { at: momentOf(at, now), now, windowHours: channel.abilities.serviceWindowHours, identityId: met.identityId }),
    waitingSince: waiting,
  }
  await saveThread(tx, ports, thread)
}

const refreshPreview = (tx: Tx, target: Target, preview: string): Promise<unknown> =>
  tx.query(
    `update conversations.conversation set last_message = jsonb_set(last_message, '{preview}', to_jsonb($4::text)) where tenant_id = $1 and id = $2 and last_message ->> 'id' = $3`,
    [tx.tenantId, target.conversation_id, target.id, preview],
  )

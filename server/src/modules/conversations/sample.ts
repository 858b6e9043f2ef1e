import type { ContactStage, MessageContent, MessageStatus, Priority } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { assign, close, handOver, heardFrom, spoke, takeOver, type ConversationFacts } from './domain/conversation.ts'
import type { Address, ChannelFacts, ConversationsPorts } from './ports.ts'
import { setTags } from './acts/tags.ts'
import { addMessage, addSystemLine, newThread, saveThread, type Thread } from './thread.ts'

/** One line of a sample talk. `ago`: minutes before now. */
export type SampleLine = { ago: number; by: 'contact' | 'flow' | 'agent' | 'note'; content: MessageContent; status?: MessageStatus }
export type Sample = {
  from: { name: string; address: Address; stage?: ContactStage }
  lines: SampleLine[]
  /** Where it stands at the end. */
  end: 'bot' | 'waiting' | 'mine' | 'closed'
  unread?: number
  priority?: Priority
  tags?: string[]
}

/** A talk as it was written. */
export type SampleTalk = { conversationId: string; said: { at: Date; by: SampleLine['by'] }[]; closedAt: Date | null }

/** Writes a talk as if it had happened, for demo tenants. Nothing is sent, no flow runs, and no event tells of it. */
export const addSample = async (tx: Tx, ports: ConversationsPorts, channel: ChannelFacts, ownerId: string, sample: Sample): Promise<SampleTalk | null> => {
  const now = ports.now()
  const met = await ports.meet(tx, { channelId: channel.id, addresses: [sample.from.address], profileName: sample.from.name })
  let thread: Thread | null = null
  const said: SampleTalk['said'] = []
  for (const line of sample.lines) {
    const at = new Date(now.getTime() - line.ago * 60_000)
    said.push({ at, by: line.by })
    const then = { ...ports, now: () => at }
    thread ??= newThread(then, {
      contactId: met.contactId,
      identityId: met.identityId,
      address: met.address,
      channel,
      state: 'bot',
      floor: 'flow',
      assigneeId: null,
    })
    if (line.by === 'agent' && thread.facts.floor !== 'human') addSystemLine(thread, then, 'taken_over', { userId: ownerId })
    thread.facts = after(thread.facts, line, { at, ownerId, identityId: met.identityId, windowHours: channel.abilities.serviceWindowHours })
    addMessage(thread, then, {
      direction: line.by === 'contact' ? 'in' : line.by === 'note' ? 'note' : 'out',
      senderKind: line.by === 'note' ? 'agent' : line.by,
      senderId: line.by === 'contact' ? met.contactId : line.by === 'flow' ? channel.flowId : ownerId,
      content: line.content,
      status: line.by === 'contact' || line.by === 'note' ? 'received' : (line.status ?? 'read'),
      providerMessageId: null,
      clientId: null,
      quotesProviderId: null,
      quotesMessageId: null,
      context: null,
      error: null,
      providerTime: at,
    })
    await saveThread(tx, then, thread)
  }
  if (!thread) return null
  thread.facts = { ...ended(thread.facts, sample.end, ownerId, now), unread: sample.unread ?? 0, priority: sample.priority ?? 'normal' }
  await saveThread(tx, ports, thread)
  if (sample.from.stage) await ports.moveToStage(tx, met.contactId, sample.from.stage)
  if (sample.tags) await setTags(tx, ports, thread.facts.id, sample.tags)
  return { conversationId: thread.facts.id, said, closedAt: thread.facts.closedAt }
}

type Moment = { at: Date; ownerId: string; identityId: string; windowHours: number | null }

const after = (facts: ConversationFacts, line: SampleLine, { at, ownerId, identityId, windowHours }: Moment): ConversationFacts => {
  if (line.by === 'contact') return heardFrom(facts, { at, now: at, windowHours, identityId })
  if (line.by === 'note') return facts
  const taken = line.by === 'agent' ? takeOver(facts, ownerId) : null
  return spoke(taken?.ok ? taken.conversation : facts, line.by, at)
}

const ended = (facts: ConversationFacts, end: Sample['end'], ownerId: string, now: Date): ConversationFacts => {
  if (end === 'waiting') return handOver({ ...facts, assigneeId: null })
  const changed =
    end === 'mine' ? assign(facts, ownerId, ownerId) : end === 'closed' ? close(facts, 'agent', 'resolved', new Date(now.getTime() - 5 * 60_000)) : null
  return changed?.ok ? changed.conversation : facts
}

/**
 * Threads with contacts: what was said, who has the floor, who works on it, what became of each message.
 * Owns: conversations.{conversation, message, tag, conversation_tag}. Publishes: conversation.*, message.*. Published view: conversation_fact.
 */
import type { StoredEvent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { Http } from '#platform/http/server'
import type { Outcome } from '#platform/outbox/dispatcher'
import type { Settled } from '#platform/outbox/settle'
import { audienceOf } from './audience.ts'
import { handOver } from './acts/hand-over.ts'
import { markRead } from './acts/read.ts'
import { requeue, showStatus } from './acts/retry.ts'
import { wakeSnoozed } from './acts/snooze.ts'
import { happen, type CustomerHappening } from './happen.ts'
import { tellScreens } from './live.ts'
import { passTime, type Silence } from './pass-time.ts'
import { performTurn } from './receive.ts'
import type { ChannelFacts, ConversationsPorts, FlowTurn } from './ports.ts'
import { takeReceipts, type Receipt } from './receipts.ts'
import { registerRoutes } from './routes.ts'
import { addSample, type Sample } from './sample.ts'
import { onSettled } from './send-outcome.ts'
import { fileChanged, filesInUse, storeFetchedFile, type FetchedFile } from './store-file.ts'
import { letGoOfStaleWords } from './stale-words.ts'
import { saveThread, takeThread } from './thread.ts'
import { readConversations, readMessages } from './views.ts'

export type { ConversationFacts, Placement } from './domain/conversation.ts'
export type { ConversationsPorts, FlowAct, FlowSituation, FlowTurn, Moved } from './ports.ts'
export type { CustomerHappening } from './happen.ts'
export type { Receipt } from './receipts.ts'
export type { Sample, SampleLine } from './sample.ts'

export type Conversations = ReturnType<typeof createConversations>

export const createConversations = (ports: ConversationsPorts) => ({
  happen: (tx: Tx, channel: ChannelFacts, happening: CustomerHappening) => happen(tx, ports, channel, happening),
  takeReceipts: (tx: Tx, receipts: Receipt[]) => takeReceipts(tx, ports, receipts),
  onSettled: (tx: Tx, channelId: string, settled: Settled[], outcomes: Map<string, Outcome>) => onSettled(tx, ports, channelId, settled, outcomes),
  /** Locks a conversation and tells what a flow may know of it; used when a flow's timer fires. Null when the flow no longer has the floor. */
  continueFlow: async (tx: Tx, conversationId: string, answer: (situation: { channel: ChannelFacts; contactId: string }) => Promise<FlowTurn | null>) => {
    const thread = await takeThread(tx, ports, conversationId)
    if (thread.facts.floor !== 'flow' || thread.facts.state === 'closed') return
    const turn = await answer({ channel: thread.channel, contactId: thread.facts.contactId })
    if (turn) await performTurn(tx, ports, thread, turn)
    await saveThread(tx, ports, thread)
  },
  handOver: (tx: Tx, leaving: { from: string; to: string | null; byUserId: string }) => handOver(tx, ports, leaving),
  passTime: (tx: Tx, silence: Silence) => passTime(tx, ports, silence),
  wakeSnoozed: (tx: Tx, conversationId: string, until: string) => wakeSnoozed(tx, conversationId, until),
  /** Where the bytes of a message's file ended up. */
  storeFetchedFile: (tx: Tx, messageId: string, file: FetchedFile) => storeFetchedFile(tx, messageId, file),
  /** A file got a small picture, a length, or its bytes. */
  fileChanged: (tx: Tx, fileId: string) => fileChanged(tx, fileId),
  /** Of these files, those that messages speak of. */
  filesInUse: (tx: Tx, fileIds: readonly string[]) => filesInUse(tx, fileIds),
  pendingFile: async (tx: Tx, messageId: string) => (await readMessages(tx, ports, [messageId]))[0]?.content ?? null,
  letGoOfStaleWords: (tx: Tx) => letGoOfStaleWords(tx, ports),
  requeue: (tx: Tx, id: string) => requeue(tx, ports, id),
  showCancelled: (tx: Tx, messageId: string) => showStatus(tx, messageId, 'cancelled'),
  readConversations: (tx: Tx, ids: string[]) => readConversations(tx, ports, ids),
  readMessages: (tx: Tx, ids: string[]) => readMessages(tx, ports, ids),
  addSample: (tx: Tx, channel: ChannelFacts, ownerId: string, sample: Sample) => addSample(tx, ports, channel, ownerId, sample),
  markRead: (tx: Tx, conversationId: string) => markRead(tx, ports, conversationId),
  audienceOf: (tx: Tx, conversationId: string) => audienceOf(tx, conversationId),
  tellScreens: (tx: Tx, events: StoredEvent[]) => tellScreens(tx, ports, events),
  registerRoutes: (http: Http) => registerRoutes(http, ports),
})

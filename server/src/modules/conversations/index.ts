/**
 * Threads with contacts: what was said, who has the floor, who works on it, what became of each message.
 * Owns: conversations.{conversation, message, tag, conversation_tag, closing_reason, conduct, survey, merge, scheduled_message}. Publishes: conversation.*, message.*, survey.*.
 * Published views: conversation_fact, survey_fact.
 */
import type { JobAct, JobOrder, Selection, StoredEvent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import type { Http } from '#platform/http/server'
import type { Outcome } from '#platform/outbox/route'
import type { Settled } from '#platform/outbox/settle'
import { audienceOf, audiencesOfContacts } from './audience.ts'
import { lastOpenWith } from './acts/open-with.ts'
import { beginByTrigger, taggedContacts, type BeginsWith } from './acts/begin-by-trigger.ts'
import type { By } from './acts/by.ts'
import { handOver } from './acts/hand-over.ts'
import { heardAs, markRead } from './acts/read.ts'
import { requeue, showStatus } from './acts/retry.ts'
import {
  beginFlow,
  closeWaiting,
  giveWaiting,
  lastWords,
  moveWaiting,
  placeAgain,
  reckonAnew,
  promiseCallback,
  tagNamesOfContact,
  tagsOfContact,
  takeBack,
  tellWaiting,
  type Gift,
} from './acts/serve.ts'
import { movePerson } from './acts/move-person.ts'
import { tellJoined } from './acts/tell-joined.ts'
import { wakeSnoozed } from './acts/snooze.ts'
import { ensureTags } from './acts/tags.ts'
import type { BulkFacts } from './bulk/facts.ts'
import { performBulk } from './bulk/perform.ts'
import { selectBulk } from './bulk/select.ts'
import { undoBulk } from './bulk/undo.ts'
import { nameOfReason } from './closing/reasons.ts'
import { answerTimer, type Timer } from './answer.ts'
import { typingStands } from './flow-typing.ts'
import { happen, type CustomerHappening } from './happen.ts'
import { tellScreens } from './live.ts'
import { passTime, type Silence } from './pass-time.ts'
import { keepPast, type Past } from './past/keep-past.ts'
import { waitsForPerson, type ConversationFacts } from './domain/conversation.ts'
import { openWindows } from './open-windows.ts'
import { unwantedAmong, type LeavingTemplate } from './opt-out.ts'
import { place, unplaced } from './place.ts'
import type { BeginsAt, Because, ChannelFacts, ConversationsPorts, FlowTyping, TriggeredBegin } from './ports.ts'
import { takeReceipts, type Receipt } from './receipts.ts'
import { takeReceiptUntil, type ReceiptUntil } from './receipts-until.ts'
import { registerRoutes } from './routes.ts'
import { addSample, type Sample } from './sample.ts'
import { sayDue, type ScheduledTimer } from './scheduled/fall-due.ts'
import { filesScheduled } from './scheduled/store.ts'
import { onSettled } from './send-outcome.ts'
import { fileChanged, filesInUse, storeFetchedFile, type FetchedFile } from './store-file.ts'
import { letGoOfStaleWords } from './stale-words.ts'
import { returnFloor } from './return-floor.ts'
import { saveThread, takeThread } from './thread.ts'
import { readConversation, readConversations, readMessages } from './views.ts'
import { tellHeld } from './message-status.ts'

export type { ConversationFacts, Placement } from './domain/conversation.ts'
export type { Gift, Served } from './acts/serve.ts'
export type { Because, ConversationsPorts, FlowAct, FlowPlace, FlowSituation, FlowTurn, FlowTyping, Moved } from './ports.ts'
export type { CustomerHappening } from './happen.ts'
export type { ScheduledTimer } from './scheduled/fall-due.ts'
export type { Receipt } from './receipts.ts'
export type { Sample, SampleLine, SampleTalk } from './sample.ts'

export type Conversations = ReturnType<typeof createConversations>

export const createConversations = (ports: ConversationsPorts) => ({
  happen: (tx: Tx, channel: ChannelFacts, happening: CustomerHappening) => happen(tx, ports, channel, happening),
  /** What was said before the channel was connected. */
  keepPast: (tx: Tx, channel: ChannelFacts, past: Past) => keepPast(tx, ports, channel, past),
  takeReceipts: (tx: Tx, receipts: Receipt[]) => takeReceipts(tx, ports, receipts),
  takeReceiptUntil: (tx: Tx, receipt: ReceiptUntil) => takeReceiptUntil(tx, ports, receipt),
  tellHeld,
  openWindows,
  /** Of templates that are about to leave, those that their people do not want any more, with the cause. */
  unwanted: (tx: Tx, channelId: string, leaving: readonly LeavingTemplate[]) => unwantedAmong(tx, ports, channelId, leaving),
  onSettled: (tx: Tx, channelId: string, settled: Settled[], outcomes: Map<string, Outcome>) => onSettled(tx, ports, channelId, settled, outcomes),
  /** A flow's timer fired: locks the conversation and lets the flow go on, when it still has the floor. */
  continueFlow: async (tx: Tx, conversationId: string, timer: Timer) => {
    const thread = await takeThread(tx, ports, conversationId)
    if (thread.facts.floor !== 'flow' || thread.facts.state === 'closed') return
    await answerTimer(tx, ports, thread, timer)
    await saveThread(tx, ports, thread)
  },
  typingStands: (tx: Tx, typing: FlowTyping) => typingStands(tx, typing),
  unplaced,
  place: (tx: Tx, conversationId: string) => place(tx, ports, conversationId),
  ensureTags: async (tx: Tx, names: string[]) => void (await ensureTags(tx, ports, names)),
  handOver: (tx: Tx, leaving: { from: string; to: string | null; byUserId: string }) => handOver(tx, ports, leaving),
  passTime: (tx: Tx, silence: Silence) => passTime(tx, ports, silence),
  wakeSnoozed: (tx: Tx, conversationId: string, until: string) => wakeSnoozed(tx, ports, conversationId, until),
  /** The time of something that was to be said later has come. */
  sayDue: (tx: Tx, timer: ScheduledTimer) => sayDue(tx, ports, timer),
  returnFloor: (tx: Tx, conversationId: string) => returnFloor(tx, ports, conversationId),
  /** Where the bytes of a message's file ended up. */
  storeFetchedFile: (tx: Tx, messageId: string, file: FetchedFile) => storeFetchedFile(tx, messageId, file),
  /** A file got a small picture, a length, or its bytes. */
  fileChanged: (tx: Tx, fileId: string) => fileChanged(tx, fileId),
  /** Of these files, those that messages speak of. */
  filesInUse: (tx: Tx, fileIds: readonly string[]) => filesInUse(tx, fileIds),
  /** Of these files, those that are to be sent later. */
  filesScheduled: (tx: Tx, fileIds: readonly string[]) => filesScheduled(tx, fileIds),
  pendingFile: async (tx: Tx, messageId: string) => (await readMessages(tx, ports, [messageId]))[0]?.content ?? null,
  /** A customer's recording by the id that we or its provider have for it. */
  recordingOf: async (tx: Tx, conversationId: string, ref: string): Promise<{ fileId: string | null; state: string } | null> =>
    (
      await tx.query<{ fileId: string | null; state: string }>(
        `select content #>> '{file,fileId}' as "fileId", content #>> '{file,state}' as state from conversations.message
         where tenant_id = $1 and conversation_id = $2 and direction = 'in' and $3 in (content #>> '{file,fileId}', content #>> '{file,providerMediaId}') order by seq desc limit 1`,
        [tx.tenantId, conversationId, ref],
      )
    ).rows[0] ?? null,
  letGoOfStaleWords: (tx: Tx) => letGoOfStaleWords(tx, ports),
  requeue: (tx: Tx, id: string) => requeue(tx, ports, id),
  showCancelled: (tx: Tx, messageId: string) => showStatus(tx, messageId, 'cancelled'),
  readConversation: (tx: Tx, id: string) => readConversation(tx, ports, id),
  readConversations: (tx: Tx, ids: string[]) => readConversations(tx, ports, ids),
  readMessages: (tx: Tx, ids: string[]) => readMessages(tx, ports, ids),
  addSample: (tx: Tx, channel: ChannelFacts, ownerId: string, sample: Sample) => addSample(tx, ports, channel, ownerId, sample),
  markRead: (tx: Tx, conversationId: string) => markRead(tx, ports, conversationId),
  /** A customer's message and whose it is; null when it is gone. */
  heard: heardAs,
  tellJoined: (tx: Tx, contactId: string, by: 'network' | 'code') => tellJoined(tx, ports, contactId, by),
  movePerson: (tx: Tx, which: { from: string; into: string }) => movePerson(tx, ports, which),
  audienceOf: (tx: Tx, conversationId: string) => audienceOf(tx, conversationId),
  audiencesOfContacts,
  /** For jobs, which do many times what people do once; see `bulk/`. */
  bulk: {
    select: (tx: Tx, userId: string, selection: Selection) => selectBulk(tx, ports, userId, selection),
    perform: (tx: Tx, id: string, by: By, order: JobOrder) => performBulk(tx, ports, id, by, order),
    undo: (tx: Tx, id: string, by: By, act: JobAct, trace: { before: object; after: object }) =>
      undoBulk(tx, ports, id, by, act, trace as { before: BulkFacts; after: BulkFacts }),
    nameOfReason: (tx: Tx, id: string) => nameOfReason(tx, id),
  },
  tellScreens: (tx: Tx, events: StoredEvent[]) => tellScreens(tx, ports, events),
  /** For the contact centre, which decides who is to have what; see `acts/serve.ts`. */
  centre: {
    waitsForPerson,
    giveWaiting: (tx: Tx, id: string, choose: (conversation: ConversationFacts) => Promise<Gift | null>) => giveWaiting(tx, ports, id, choose),
    takeBack: (tx: Tx, id: string, from: Parameters<typeof takeBack>[3]) => takeBack(tx, ports, id, from),
    moveWaiting: (tx: Tx, id: string, to: Parameters<typeof moveWaiting>[3]) => moveWaiting(tx, ports, id, to),
    placeAgain: (tx: Tx, id: string) => placeAgain(tx, ports, id),
    reckonAnew: (tx: Tx, id: string, reckon: () => Promise<void>, how: { patient: boolean }) => reckonAnew(tx, ports, id, reckon, how),
    tellWaiting: (tx: Tx, id: string, say: Parameters<typeof tellWaiting>[3]) => tellWaiting(tx, ports, id, say),
    promiseCallback: (tx: Tx, id: string, text: string, because: Because) => promiseCallback(tx, ports, id, text, because),
    closeWaiting: (tx: Tx, id: string, text: string, because: Because) => closeWaiting(tx, ports, id, text, because),
    beginFlow: (tx: Tx, id: string, flowId: string, because: Because, from?: BeginsAt) => beginFlow(tx, ports, id, flowId, because, from),
    /** A flow begins by something that happened; see `acts/begin-by-trigger.ts`. */
    beginByTrigger: (tx: Tx, where: BeginsWith, begin: TriggeredBegin) => beginByTrigger(tx, ports, where, begin),
    taggedContacts,
    lastOpenWith,
    lastWords,
    tagsOfContact,
    tagNamesOfContact,
  },
  registerRoutes: (http: Http) => registerRoutes(http, ports),
})

/**
 * Scripted bots: drafts, immutable versions, and the runs pinned to them. What a run decides is a pure function (`@chasqui/flow`).
 * Owns: flows.{flow, version, planned_publish, run, path, test, comment, secret, call, pace, limits, beginning, hook, once, milestone}.
 * Publishes: flow.changed, flow.commented, flow.published, flow.publish_failed, flow.run_started, flow.run_ended, flow.stopped_itself.
 */
import type { MessageContent } from '@chasqui/contracts'
import { FlowDefinition } from '@chasqui/contracts'
import { welcomeFlow } from '@chasqui/flow/gallery/welcome/flow'
import type { Tx } from '#platform/database/transaction'
import type { Http } from '#platform/http/server'
import { filesAmong } from './files.ts'
import { createGate } from './calls/gate.ts'
import { makeTry, settleCall, type Made } from './calls/make.ts'
import { fetchLink, settleLink } from './links/fetch.ts'
import { cleanUpCalls } from './calls/store.ts'
import { createFlow } from './drafts.ts'
import { heard } from '@chasqui/flow'
import { flowFor } from './beginning/choose.ts'
import { triggersOf } from './beginning/known-triggers.ts'
import { isFirstTime } from './once/first-time.ts'
import { moveMilestones, noteMilestones } from './milestones/note.ts'
import { moveFirstTimes } from './once/move.ts'
import { beginByEvent, followMove, followStage, followTags, type EventTimer, type Moved, type Retagged } from './beginning/events.ts'
import { beginScheduled, scheduleDue, type ScheduledTimer, type ScheduleTimer } from './beginning/schedule.ts'
import type { FlowsPorts, Place, Situation } from './ports.ts'
import { publishDue, type PublishTimer } from './publishing/plan.ts'
import { publishDraft } from './publishing/publish.ts'
import { answerMessage, answerReturned, answerTimer, forgetRuns, runsByRequest, stopRun, type RunTimer } from './take-turn.ts'
import { registerRoutes } from './routes.ts'
import { remembering, type RememberingPorts } from './remembering.ts'
import { publishedVersion } from './versions.ts'

export { recordingsQueue, wantWords, type WantedWords } from './calls/recordings.ts'
export { callsQueue } from './calls/store.ts'
export { linksQueue } from './links/want.ts'
export type { Made } from './calls/make.ts'
export type { FlowsPorts, Place, Situation, Turn } from './ports.ts'
export type { AwaitedTimer } from './beginning/awaited.ts'
export type { PublishTimer } from './publishing/plan.ts'
/** Work by which a flow begins. */
export type BeginTimer = EventTimer | ScheduleTimer | ScheduledTimer
export const isBeginTimer = (timer: { type: string }): timer is BeginTimer => ['begin_flow', 'flow_schedule', 'begin_scheduled_flow'].includes(timer.type)
export type Flows = ReturnType<typeof createFlows>

const callsOf = (ports: FlowsPorts) => {
  const gate = createGate(() => ports.now())
  return {
    make: (tenantId: string, callId: string) => makeTry({ ...ports, gate }, tenantId, callId),
    settle: (tx: Tx, callId: string, made: Made) => settleCall(tx, ports, callId, made),
    cleanUp: () => cleanUpCalls(ports.database, ports.now()),
    links: {
      make: (tenantId: string, callId: string) => fetchLink({ ...ports, gate }, tenantId, callId),
      settle: (tx: Tx, callId: string, made: Made) => settleLink(tx, ports, callId, made),
    },
  }
}

export const createFlows = (given: FlowsPorts) => flowsWith(remembering(given))

const flowsWith = (ports: RememberingPorts) => ({
  answerMessage: (tx: Tx, situation: Situation, content: MessageContent | null) => answerMessage(tx, ports, situation, content),
  /** Whether a flow wants to begin with this message, as the place is told. */
  wantsToBegin: async (tx: Tx, place: Place & { contactId: string }, content: MessageContent) =>
    (await flowFor(tx, heard(content), place, (flowId, { days }) => isFirstTime(tx, { contactId: place.contactId, flowId, days }, ports.now()))) !== null,
  /** Whether a flow has begun with a contact as often as it may by itself. */
  hasBegun: async (tx: Tx, flowId: string, contactId: string): Promise<boolean> => {
    const once = (await triggersOf(tx)).flows.get(flowId)?.once
    return once ? !(await isFirstTime(tx, { contactId, flowId, days: once.days }, ports.now())) : false
  },
  /** Two contacts turned out to be one. */
  movePerson: async (tx: Tx, joining: { from: string; into: string }): Promise<void> => {
    await moveFirstTimes(tx, joining)
    await moveMilestones(tx, joining)
  },
  answerTimer: (tx: Tx, situation: Situation, timer: RunTimer) => answerTimer(tx, ports, situation, timer),
  /** Follows what becomes of conversations, for what begins by it. */
  followMove: (tx: Tx, moved: Moved) => followMove(tx, ports, moved),
  followTags: (tx: Tx, where: { conversationId: string; contactId: string }, tags: Retagged) => followTags(tx, ports, where, tags),
  followStage,
  /** A contact came to a stage, in whatever conversation. */
  noteStage: (tx: Tx, contactId: string, to: string) => noteMilestones(tx, ports, contactId, 'stage', [to]),
  beginDue: (tx: Tx, timer: BeginTimer) => {
    if (timer.type === 'begin_flow') return beginByEvent(tx, ports, timer)
    return timer.type === 'flow_schedule' ? scheduleDue(tx, ports, timer) : beginScheduled(tx, ports, timer)
  },
  runsByRequest,
  answerReturned: (tx: Tx, situation: Situation, returned: { runId: string; token: number; result: unknown }) => answerReturned(tx, ports, situation, returned),
  /** Calls that flows make, and files that their links lead to: one try outside of any transaction, and what it leads to. */
  calls: callsOf(ports),
  stopRun: (tx: Tx, conversationId: string) => stopRun(tx, ports, conversationId),
  forgetRuns: (tx: Tx, conversationId: string) => forgetRuns(tx, ports, conversationId),
  isPublished: async (tx: Tx, flowId: string) => (await publishedVersion(tx, flowId)) !== null,
  publishDue: (tx: Tx, timer: PublishTimer) => publishDue(tx, ports, timer),
  /** The ready-made welcome flow, published; its id. */
  addWelcomeFlow: async (tx: Tx, name: string, locale: Parameters<typeof welcomeFlow>[0], trade: Parameters<typeof welcomeFlow>[1]): Promise<string> => {
    const flow = await createFlow(tx, ports, name, FlowDefinition.parse(welcomeFlow(locale, trade)))
    await publishDraft(tx, ports, flow.id, null, { people: 'stay' })
    return flow.id
  },
  filesAmong,
  registerRoutes: (http: Http) => registerRoutes(http, ports),
})

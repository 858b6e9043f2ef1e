/**
 * Scripted bots: drafts, immutable versions, and the runs pinned to them. What a run decides is a pure function (`@chasqui/flow`).
 * Owns: flows.{flow, version, planned_publish, run, path, test}. Publishes: flow.changed, flow.published, flow.publish_failed, flow.run_started, flow.run_ended.
 */
import type { MessageContent } from '@chasqui/contracts'
import { FlowDefinition } from '@chasqui/contracts'
import { welcomeFlow } from '@chasqui/flow/gallery/welcome/flow'
import type { Tx } from '#platform/database/transaction'
import type { Http } from '#platform/http/server'
import { createFlow } from './drafts.ts'
import { filesAmong } from './files.ts'
import type { FlowsPorts, Situation } from './ports.ts'
import { publishDue, type PublishTimer } from './publishing/plan.ts'
import { publishDraft } from './publishing/publish.ts'
import { answerMessage, answerTimer, forgetRuns, runsByRequest, stopRun } from './take-turn.ts'
import { registerRoutes } from './routes.ts'
import { publishedVersion } from './versions.ts'

export type { FlowsPorts, Situation, Turn } from './ports.ts'
export type { PublishTimer } from './publishing/plan.ts'
export type Flows = ReturnType<typeof createFlows>

export const createFlows = (ports: FlowsPorts) => ({
  answerMessage: (tx: Tx, situation: Situation, content: MessageContent | null) => answerMessage(tx, ports, situation, content),
  answerTimer: (tx: Tx, situation: Situation, timer: { runId: string; token: number }) => answerTimer(tx, ports, situation, timer),
  runsByRequest,
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

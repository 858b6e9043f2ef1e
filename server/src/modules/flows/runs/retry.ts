import type { FlowRun } from '@chasqui/contracts'
import type { Value, Variables } from '@chasqui/flow'
import type { Tx } from '#platform/database/transaction'
import { Failure } from '#platform/failure'
import { knownAt } from '@chasqui/flow/life/known-at'
import type { FlowsPorts } from '../ports.ts'
import { readFlow, readVersion } from '../store.ts'
import { readRun } from './read.ts'

type Wish = { step: string; version?: number | undefined }

/**
 * Begins anew at a step, in the conversation of a run, with what the run knew when it last came there: in the version that is published, unless told, so that
 * what was mended is tried. The conversation goes to the bot through the door by which people give it.
 */
export const retryRun = async (tx: Tx, ports: FlowsPorts, runId: string, by: { userId: string }, { step, version }: Wish): Promise<FlowRun> => {
  const run = await readRun(tx, runId)
  const number = version ?? (await readFlow(tx, run.flowId)).published?.number ?? run.version
  const { id: versionId, definition } = await readVersion(tx, run.flowId, number)
  if (!Object.hasOwn(definition.nodes, step))
    throw new Failure('invalid', 'flow.step_unknown', `Version ${number} has no such step.`, {
      errors: [{ path: 'step', code: 'flow.step_unknown', message: 'Not a step of this version' }],
    })
  await refuseClosed(tx, run.conversationId)
  const variables = await variablesAt(tx, run, step)
  if (!(await ports.beginIn(tx, run.conversationId, { flowId: run.flowId, from: { versionId, step, variables } }, by.userId)))
    throw new Failure('conflict', 'flow.not_begun', 'No flow can begin in this conversation now.')
  const { rows } = await tx.query<{ id: string }>(
    'select id from flows.run where tenant_id = $1 and conversation_id = $2 order by started_at desc, id desc limit 1',
    [tx.tenantId, run.conversationId],
  )
  tx.record({ subject: { kind: 'flow', id: run.flowId }, after: { conversationId: run.conversationId, step, version: number } })
  return readRun(tx, rows[0]!.id)
}

const refuseClosed = async (tx: Tx, conversationId: string): Promise<void> => {
  const { rows } = await tx.query<{ state: string }>('select state from conversations.conversation_fact where tenant_id = $1 and id = $2', [
    tx.tenantId,
    conversationId,
  ])
  if (rows[0]?.state === 'closed') throw new Failure('conflict', 'conversation.closed', 'The conversation is closed. Open it again first.')
}

const variablesAt = async (tx: Tx, run: FlowRun, step: string): Promise<Variables> => {
  const { rows } = await tx.query<{ step: string | null; cause: string; set_values: Record<string, Value | null> | null }>(
    'select step, cause, set_values from flows.path where tenant_id = $1 and run_id = $2 and flow_id = $3 order by id',
    [tx.tenantId, run.id, run.flowId],
  )
  return knownAt(rows, step)
}

import type { FlowDefinition, MessageContent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { freshRun, heard, startedBy, step, type Effect, type Happening, type RunState } from '@chasqui/flow'
import type { Act, FlowsPorts, Situation, Turn } from './ports.ts'
import { subflowsOf } from './subflows.ts'
import { definitionOf, publishedVersion } from './versions.ts'

type Run = { id: string; flowId: string; versionId: string; state: RunState; isNew: boolean; byRequest?: true }
type Row = { id: string; flow_id: string; version_id: string; state: RunState }

const activeText = `select asked.position, r.id, r.flow_id, r.version_id, r.state from unnest($2::uuid[]) with ordinality as asked (conversation_id, position)
cross join lateral (select id, flow_id, version_id, state from flows.run where tenant_id = $1 and conversation_id = asked.conversation_id and status = 'active' limit 1) r`

const activeRun = async (tx: Tx, conversationId: string): Promise<Run | null> => {
  const [row] = await tx.queryEach<Row>(activeText, [[conversationId]])
  return row ? { id: row.id, flowId: row.flow_id, versionId: row.version_id, state: row.state, isNew: false } : null
}

/**
 * A message of the customer, or null where a flow is to begin without one: the run under way hears it; without one, the flow of the situation begins if
 * a trigger of it matches or somebody wants it. Null when no flow is published for it, or none wants the message.
 */
export const answerMessage = async (tx: Tx, ports: FlowsPorts, situation: Situation, content: MessageContent | null): Promise<Turn | null> => {
  const { conversationId, flowId, begins, isFirst } = situation
  const message = content && heard(content)
  const run = begins === 'on_request' ? null : await activeRun(tx, conversationId)
  if (run) return message && advance(tx, ports, situation, run, await definitionOf(tx, run.versionId), { type: 'message', message })
  const versionId = flowId && (await publishedVersion(tx, flowId))
  if (!versionId) return null
  const definition = await definitionOf(tx, versionId)
  if (!begins && !(message && startedBy(definition, message, { isFirst }))) return message?.type === 'system' ? { flowId, acts: [] } : null
  if (begins === 'on_request') await stopRun(tx, ports, conversationId)
  const started: Run = { id: ports.newId(), flowId, versionId, state: freshRun(), isNew: true, ...(begins === 'on_request' && { byRequest: true }) }
  tx.publish({ type: 'flow.run_started', payload: { conversationId, flowId, runId: started.id } })
  return advance(tx, ports, situation, started, definition, { type: 'start', ...(message && { message }) })
}

/** A timer of the run fired. Stale timers do nothing. */
export const answerTimer = async (tx: Tx, ports: FlowsPorts, situation: Situation, timer: { runId: string; token: number }): Promise<Turn | null> => {
  const run = await activeRun(tx, situation.conversationId)
  if (!run || run.id !== timer.runId) return null
  return advance(tx, ports, situation, run, await definitionOf(tx, run.versionId), { type: 'due', token: timer.token })
}

const advance = async (tx: Tx, ports: FlowsPorts, situation: Situation, run: Run, definition: FlowDefinition, happening: Happening): Promise<Turn> => {
  const business = await ports.business(tx.tenantId)
  const contact = { ...situation.contact, name: situation.contact.name ?? situation.contact.profileName }
  const subflows = await subflowsOf(tx, definition, run.state)
  const { state, effects } = step(definition, run.state, happening, {
    now: ports.now(),
    abilities: situation.abilities,
    contact,
    business,
    locale: business.locale,
    timeZone: business.timeZone,
    matches: ports.matches,
    readPhone: (digits) => ports.readPhone(digits, business.country),
    seeds: { run: run.id, contact: situation.contactId },
    isOpen: situation.isOpen,
    ...(subflows && { subflows }),
  })
  const acts = effects.flatMap((effect): Act[] => actOf(tx, ports, situation, run, effect))
  store(tx, ports, situation, run, state)
  return { flowId: run.flowId, acts }
}

/** Timers and the run's own end are this module's; the rest is for the conversation to do. */
const actOf = (tx: Tx, ports: FlowsPorts, { conversationId }: Situation, run: Run, effect: Effect): Act[] => {
  switch (effect.type) {
    case 'wake':
      tx.enqueue({
        queue: 'due',
        key: conversationId,
        payload: { type: 'flow_timer', conversationId, runId: run.id, token: effect.token },
        runAt: new Date(effect.at),
      })
      return []
    case 'fault':
      ports.log.warn({ flowId: run.flowId, runId: run.id, node: effect.node, code: effect.code }, 'a flow broke and took its error branch')
      return []
    case 'event':
      tx.publish({ type: 'flow.event', payload: { conversationId, flowId: run.flowId, runId: run.id, name: effect.name, data: effect.data } })
      return []
    case 'ended':
      tx.publish({
        type: 'flow.run_ended',
        payload: { conversationId, flowId: run.flowId, runId: run.id, outcome: effect.outcome === 'silent' ? 'timed_out' : effect.outcome },
      })
      return []
    default:
      return [effect]
  }
}

const statusOf = (state: RunState): string => {
  if (state.status !== 'finished') return 'active'
  return state.outcome === 'silent' ? 'timed_out' : (state.outcome ?? 'finished')
}

// New and changed runs alike, found by their key.
const storeText = `insert into flows.run (tenant_id, id, conversation_id, flow_id, version_id, status, state, started_at, updated_at, ended_at, by_request)
select $1, id, conversation_id, flow_id, version_id, status, state, at, at, ended_at, by_request
from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::jsonb[], $8::timestamptz[], $9::timestamptz[], $10::boolean[]) as input (id, conversation_id, flow_id, version_id, status, state, at, ended_at, by_request)
on conflict (tenant_id, id) do update set status = excluded.status, state = excluded.state, updated_at = excluded.updated_at, ended_at = excluded.ended_at`

const store = (tx: Tx, ports: FlowsPorts, { conversationId }: Situation, run: Run, state: RunState): void => {
  const now = ports.now()
  const status = statusOf(state)
  const ended = status === 'active' ? null : now
  tx.alongCommit(
    tx.queryEach(storeText, [[run.id, conversationId, run.flowId, run.versionId, status, JSON.stringify(state), now, ended, run.byRequest === true]]),
  )
}

/** Whether what runs was wanted for this conversation, by a person or a rule, and did not begin by itself. */
export const runsByRequest = async (tx: Tx, conversationId: string): Promise<boolean> =>
  (await tx.query(`select 1 from flows.run where tenant_id = $1 and conversation_id = $2 and status = 'active' and by_request`, [tx.tenantId, conversationId]))
    .rows.length > 0

/** A person took over, or the conversation was closed. */
export const stopRun = async (tx: Tx, ports: FlowsPorts, conversationId: string): Promise<void> => {
  const { rows } = await tx.query<{ id: string; flow_id: string }>(
    `update flows.run set status = 'stopped', updated_at = $3, ended_at = $3 where tenant_id = $1 and conversation_id = $2 and status = 'active' returning id, flow_id`,
    [tx.tenantId, conversationId, ports.now()],
  )
  for (const row of rows) tx.publish({ type: 'flow.run_ended', payload: { conversationId, flowId: row.flow_id, runId: row.id, outcome: 'stopped' } })
}

import type { FlowDefinition, MessageContent } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import {
  freshRun,
  heard,
  openingContent,
  step,
  type Context,
  type Effect,
  type Happening,
  type Opening,
  type RunState,
  type Stepped,
  type Variables,
} from '@chasqui/flow'
import { bridgeTo } from '@chasqui/flow/life/move-on'
import { pathOf } from '@chasqui/flow/life/path'
import { wantWords } from './calls/recordings.ts'
import { whichBegins } from './beginning/which-begins.ts'
import { wantCall } from './calls/store.ts'
import { contactTagsFor } from './contact-tags.ts'
import { wantLink } from './links/want.ts'
import { noteMilestones } from './milestones/note.ts'
import { openQueuesOf } from './open-queues.ts'
import type { Act, FlowsPorts, Situation, Turn } from './ports.ts'
import type { RememberingPorts } from './remembering.ts'
import { takeOnce } from './once/take-once.ts'
import { storePath } from './runs/path-store.ts'
import { guarded, guardOf, type Guard } from './safety/guard.ts'
import { subflowsOf } from './subflows.ts'
import { definitionOf } from './versions.ts'

/** `since`: when it came to where it stands. `abTestOf`: the flow in whose test it began. `movesTo`: the version that people inside earlier ones come along to. */
type Run = {
  id: string
  flowId: string
  versionId: string
  state: RunState
  isNew: boolean
  byRequest?: true
  since: Date | null
  movesTo: string | null
  abTestOf?: string | null
}
type Row = { id: string; flow_id: string; version_id: string; state: RunState; at_step_since: Date | null; moves_to: string | null }

// Which version people come along to is looked up with it, so that it costs no question of its own.
const activeText = `select asked.position, r.id, r.flow_id, r.version_id, r.state, r.at_step_since,
  (select f.published_version_id from flows.flow f where f.tenant_id = $1 and f.id = r.flow_id and f.people_inside = 'move' and f.deleted_at is null and f.published_version_id <> r.version_id) as moves_to from unnest($2::uuid[]) with ordinality as asked (conversation_id, position)
cross join lateral (select id, flow_id, version_id, state, at_step_since from flows.run where tenant_id = $1 and conversation_id = asked.conversation_id and status = 'active' limit 1) r`

const activeRun = async (tx: Tx, conversationId: string): Promise<Run | null> => {
  const [row] = await tx.queryEach<Row>(activeText, [[conversationId]])
  return row
    ? { id: row.id, flowId: row.flow_id, versionId: row.version_id, state: row.state, isNew: false, since: row.at_step_since, movesTo: row.moves_to }
    : null
}

/**
 * A message of the customer, or null where a flow is to begin without one: the run under way hears it; without one, the flow begins whose trigger fits
 * best, or the one of the situation if somebody wants it. Null when that is not published, or none wants the message.
 */
export const answerMessage = async (tx: Tx, ports: RememberingPorts, situation: Situation, content: MessageContent | null): Promise<Turn | null> => {
  const { conversationId, begins, from, triggered, onlyGoesOn } = situation
  const message = content && heard(content)
  const guard = guardOf(tx, ports.limitsOf, conversationId)
  const run = begins === 'on_request' ? null : await activeRun(tx, conversationId)
  // What was opened with a template that nobody answered has not begun: it keeps nothing else from beginning.
  const isUnopened = begins === 'by_trigger' && run?.state.status === 'running'
  if (run && !isUnopened) return message && advance(tx, ports, situation, run, await definitionOf(tx, run.versionId), guard, { type: 'message', message })
  const found = onlyGoesOn ? null : await whichBegins(tx, ports, situation, message)
  if (!found) return message?.type === 'system' && situation.flowId ? { flowId: situation.flowId, acts: [] } : null
  const { flowId, versionId, abTestOf } = found
  if (begins === 'on_request' || isUnopened) await stopRun(tx, ports, conversationId)
  const definition = await definitionOf(tx, versionId)
  const state = { ...freshRun(), variables: from?.variables ?? triggered?.variables ?? {} }
  const started: Run = {
    id: ports.newId(),
    flowId,
    versionId,
    state,
    isNew: true,
    since: null,
    movesTo: null,
    abTestOf,
    ...(begins && begins !== 'where_none_runs' && { byRequest: true }),
  }
  tx.publish({ type: 'flow.run_started', payload: { conversationId, flowId, runId: started.id } })
  if (triggered?.opening) return openWith(tx, ports, situation, started, triggered.opening)
  return advance(tx, ports, situation, started, from ? { ...definition, start: from.step } : definition, guard, { type: 'start', ...(message && { message }) })
}

/** A template goes before the flow, which begins with the answer to it. */
const openWith = async (tx: Tx, ports: FlowsPorts, situation: Situation, run: Run, opening: Opening): Promise<Turn> => {
  const business = await ports.business(tx.tenantId)
  const { name, profileName, phone, email } = situation.contact
  const known = { 'contact.name': name ?? profileName ?? '', 'contact.phone': phone ?? '', 'contact.email': email ?? '', 'business.name': business.name }
  const content = openingContent(opening, { ...run.state.variables, ...known })
  const definition = await definitionOf(tx, run.versionId)
  store(tx, ports, situation, run, definition, { state: run.state, effects: [], trace: [] }, undefined)
  return { flowId: run.flowId, acts: [{ type: 'say', content }] }
}

/** `variables`: what the run waited for happened, and brought these; without them its time is over. */
export type RunTimer = { runId: string; token: number; variables?: Variables }

/** A timer of the run fired, or what it waits for happened. Stale ones do nothing. */
export const answerTimer = async (tx: Tx, ports: RememberingPorts, situation: Situation, { runId, token, variables }: RunTimer): Promise<Turn | null> => {
  const guard = guardOf(tx, ports.limitsOf, situation.conversationId)
  const run = await activeRun(tx, situation.conversationId)
  if (!run || run.id !== runId) return null
  const happening: Happening = variables ? { type: 'happened', token, variables } : { type: 'due', token }
  return advance(tx, ports, situation, run, await definitionOf(tx, run.versionId), guard, happening)
}

/** What a call of the run brought back. What nobody waits for any more does nothing. */
export const answerReturned = async (
  tx: Tx,
  ports: RememberingPorts,
  situation: Situation,
  { runId, token, result }: { runId: string; token: number; result: unknown },
): Promise<Turn | null> => {
  const guard = guardOf(tx, ports.limitsOf, situation.conversationId)
  const run = await activeRun(tx, situation.conversationId)
  if (!run || run.id !== runId) return null
  return advance(tx, ports, situation, run, await definitionOf(tx, run.versionId), guard, { type: 'returned', token, result })
}

const advance = async (
  tx: Tx,
  ports: FlowsPorts,
  situation: Situation,
  run: Run,
  definition: FlowDefinition,
  guard: Guard,
  wanted: Happening,
): Promise<Turn> => {
  const { conversationId } = situation
  const [business, { happening, stop, spend }] = await Promise.all([
    ports.business(tx.tenantId),
    guarded(tx, guard, conversationId, { happening: wanted, state: run.state, now: ports.now() }),
  ])
  const bridge = run.movesTo === null ? null : bridgeTo(definition, await definitionOf(tx, run.movesTo), run.state)
  const going = bridge?.definition ?? definition
  const subflows = await subflowsOf(tx, going, run.state)
  const openQueues = await openQueuesOf(tx, ports, going, run.state, subflows)
  const tags = await contactTagsFor(tx, ports, situation.contactId, going, run.state, subflows)
  const contact = { ...situation.contact, name: situation.contact.name ?? situation.contact.profileName, ...(tags && { tags }) }
  const now = ports.now()
  const known = {
    now,
    abilities: situation.abilities,
    contact,
    business,
    locale: business.locale,
    timeZone: business.timeZone,
    matches: ports.matches,
    readPhone: (digits: string) => ports.readPhone(digits, business.country),
    seeds: { run: run.id, contact: situation.contactId },
    isOpen: situation.isOpen,
    ...(situation.isUnreachable && { isUnreachable: true }),
    transcribes: ports.transcribes,
    ...(subflows && { subflows }),
    ...(openQueues && { openQueues }),
  }
  const taken = await takeOnce(tx, { contactId: situation.contactId, flowId: run.flowId, now }, (again) =>
    step(going, run.state, happening, { ...known, again }),
  )
  const { stepped, moved } = bridge?.land(taken) ?? { stepped: taken, moved: false }
  const acts = stepped.effects.flatMap((effect): Act[] => actOf(tx, ports, situation, run, effect))
  spend(stepped.effects)
  if (stop) tx.publish({ type: 'flow.stopped_itself', payload: { conversationId, flowId: run.flowId, runId: run.id, why: stop } })
  const events = stepped.effects.flatMap((effect) => (effect.type === 'event' ? [effect.name] : []))
  store(tx, ports, situation, { ...run, ...(moved && { versionId: run.movesTo! }) }, definition, stepped, subflows)
  // After the path, so that what a step sends is not older than the way to it.
  noteMilestones(tx, ports, situation.contactId, 'event', events)
  return { flowId: run.flowId, acts }
}

/** How long a recording may take to come in from its provider before it is written down. */
const patienceMs = 60_000

/** Timers, calls and the run's own end are this module's; the rest is for the conversation to do. */
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
    case 'call':
      wantCall(tx, { id: ports.newId(), runId: run.id, conversationId, wait: effect.token, request: effect.request, at: ports.now() })
      return []
    case 'fetch':
      wantLink(tx, { id: ports.newId(), runId: run.id, conversationId, wait: effect.token, request: effect.link, at: ports.now() })
      return []
    case 'transcribe': {
      const until = new Date(ports.now().getTime() + patienceMs).toISOString()
      wantWords(tx, { conversationId, runId: run.id, token: effect.token, ref: effect.ref, language: effect.language, until })
      return []
    }
    // Taken before anything else was done.
    case 'once':
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
      return effect.outcome === 'unreachable' ? [{ type: 'not_reached' }] : []
    default:
      return [effect]
  }
}

const statusOf = (state: RunState): string => {
  if (state.status !== 'finished') return 'active'
  return state.outcome === 'silent' ? 'timed_out' : (state.outcome ?? 'finished')
}

// New and changed runs alike, found by their key.
const storeText = `insert into flows.run (tenant_id, id, conversation_id, flow_id, version_id, status, state, started_at, updated_at, ended_at, by_request, at_step_since, ab_test_of)
select $1, id, conversation_id, flow_id, version_id, status, state, at, at, ended_at, by_request, since, ab_test_of
from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::jsonb[], $8::timestamptz[], $9::timestamptz[], $10::boolean[], $11::timestamptz[], $12::uuid[]) as input (id, conversation_id, flow_id, version_id, status, state, at, ended_at, by_request, since, ab_test_of)
on conflict (tenant_id, id) do update set status = excluded.status, state = excluded.state, updated_at = excluded.updated_at, ended_at = excluded.ended_at,
  version_id = excluded.version_id, at_step_since = excluded.at_step_since`

const store = (
  tx: Tx,
  ports: FlowsPorts,
  { conversationId }: Situation,
  run: Run,
  definition: FlowDefinition,
  { state, trace }: Stepped,
  subflows: Context['subflows'],
): void => {
  const now = ports.now()
  const status = statusOf(state)
  const ended = status === 'active' ? null : now
  const rows = pathOf({ definition, before: run.state, after: state, trace, since: run.since, now })
  const since = rows.some(({ cause }) => cause === 'start' || cause === 'went_on') ? now : run.since
  tx.alongCommit(
    tx.queryEach(storeText, [
      [run.id, conversationId, run.flowId, run.versionId, status, JSON.stringify(state), now, ended, run.byRequest === true, since, run.abTestOf ?? null],
    ]),
  )
  const versionOf = (flow: string) =>
    [...(run.state.calls ?? []), ...(state.calls ?? [])].find((call) => call.flow === flow)?.version ?? subflows?.published(flow)?.version
  storePath(tx, ports, { runId: run.id, conversationId, flowId: run.flowId, versionId: run.versionId, versionOf }, rows)
}

/** Whether what runs was wanted for this conversation, by a person or a rule, and did not begin by itself. */
export const runsByRequest = async (tx: Tx, conversationId: string): Promise<boolean> =>
  (await tx.query(`select 1 from flows.run where tenant_id = $1 and conversation_id = $2 and status = 'active' and by_request`, [tx.tenantId, conversationId]))
    .rows.length > 0

/** A person took over, or the conversation was closed. */
export const stopRun = async (tx: Tx, ports: FlowsPorts, conversationId: string): Promise<void> => {
  const { rows } = await tx.query<{ id: string; flow_id: string }>(
    `with stopped as (
       update flows.run set status = 'stopped', updated_at = $3, ended_at = $3 where tenant_id = $1 and conversation_id = $2 and status = 'active'
       returning id, flow_id, version_id, coalesce(state #>> '{calls,0,from}', state ->> 'node') as step, at_step_since),
     noted as (
       insert into flows.path (tenant_id, run_id, id, conversation_id, flow_id, version_id, at, step, cause, outcome, from_step, waited_ms)
       select $1, id, $4, $2, flow_id, version_id, $3, step, 'ended', 'taken_over', step, extract(epoch from $3::timestamptz - at_step_since) * 1000 from stopped)
     select id, flow_id from stopped`,
    [tx.tenantId, conversationId, ports.now(), ports.newId()],
  )
  for (const row of rows) tx.publish({ type: 'flow.run_ended', payload: { conversationId, flowId: row.flow_id, runId: row.id, outcome: 'stopped' } })
}

/** The conversation is deleted, and with it all that ran in it. */
export const forgetRuns = async (tx: Tx, ports: FlowsPorts, conversationId: string): Promise<void> => {
  await stopRun(tx, ports, conversationId)
  await tx.query('delete from flows.path where tenant_id = $1 and run_id in (select id from flows.run where tenant_id = $1 and conversation_id = $2)', [
    tx.tenantId,
    conversationId,
  ])
  await tx.query('delete from flows.run where tenant_id = $1 and conversation_id = $2', [tx.tenantId, conversationId])
  await tx.query('delete from flows.pace where tenant_id = $1 and conversation_id = $2', [tx.tenantId, conversationId])
}

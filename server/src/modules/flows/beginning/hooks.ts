import type { Answer, FlowHook, FlowTrigger, flowRoutes } from '@chasqui/contracts'
import { readPath, type Value, type Variables } from '@chasqui/flow'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import type { FlowsPorts } from '../ports.ts'
import { readFlow } from '../store.ts'
import { wakeByOccurrence } from './awaited.ts'
import { triggersOf } from './known-triggers.ts'

type Row = { created_at: Date; last_used_at: Date | null }
const hookOf = (row: Row): FlowHook => ({ createdAt: row.created_at.toISOString(), lastUsedAt: row.last_used_at?.toISOString() ?? null })

/** The address by which another program begins a flow. */
export const readHook = async (tx: Tx, flowId: string): Promise<FlowHook> => {
  const { name: _ } = await readFlow(tx, flowId)
  const { rows } = await tx.query<Row>('select created_at, last_used_at from flows.hook where tenant_id = $1 and flow_id = $2', [tx.tenantId, flowId])
  if (!rows[0]) throw absent('flow_hook')
  return hookOf(rows[0])
}

/** A new address; the one before works no longer. Its token is told now and never again. */
export const createHook = async (tx: Tx, ports: FlowsPorts, flowId: string, by: string | null): Promise<Answer<typeof flowRoutes.createHook>> => {
  const { name } = await readFlow(tx, flowId)
  const token = ports.newToken()
  const { rows } = await tx.query<Row>(
    `insert into flows.hook (tenant_id, flow_id, token_hash, created_at, created_by) values ($1, $2, $3, $4, $5)
     on conflict (tenant_id, flow_id) do update set token_hash = excluded.token_hash, created_at = excluded.created_at, created_by = excluded.created_by, last_used_at = null
     returning created_at, last_used_at`,
    [tx.tenantId, flowId, ports.hashToken(token), ports.now(), by],
  )
  tx.record({ subject: { kind: 'flow', id: flowId, name } })
  return { ...hookOf(rows[0]!), token, path: `/api/flow-hooks/${token}` }
}

export const removeHook = async (tx: Tx, flowId: string): Promise<void> => {
  const { name } = await readFlow(tx, flowId)
  const { rowCount } = await tx.query('delete from flows.hook where tenant_id = $1 and flow_id = $2', [tx.tenantId, flowId])
  if (rowCount === 0) throw absent('flow_hook')
  tx.record({ subject: { kind: 'flow', id: flowId, name } })
}

type Webhook = Extract<FlowTrigger, { type: 'webhook' }>

/** Another program calls: the flow begins with the person whose number stands in the body. */
export const callHook = async (ports: FlowsPorts, token: string, body: Record<string, unknown>): Promise<Answer<typeof flowRoutes.callHook>> => {
  const { rows } = await ports.database.system.query<{ tenant_id: string; flow_id: string }>(
    'select tenant_id, flow_id from flows.hook where token_hash = $1',
    [ports.hashToken(token)],
  )
  const hook = rows[0]
  // What is suspended or taken away answers as what never was.
  if (!hook || (await ports.isSuspended(hook.tenant_id))) throw absent('flow_hook')
  return ports.database.inTenant(hook.tenant_id, (tx) => called(tx, ports, hook.flow_id, body))
}

const called = async (tx: Tx, ports: FlowsPorts, flowId: string, body: Record<string, unknown>): Promise<Answer<typeof flowRoutes.callHook>> => {
  const flow = (await triggersOf(tx)).flows.get(flowId)
  const trigger = flow?.triggers.find((one): one is Webhook => one.type === 'webhook')
  if (!flow || !trigger || trigger.channelId === null)
    throw new Failure('conflict', 'flow_hook.not_published', 'The published flow does not begin by a call of another program.')
  const phone = phoneIn(body, trigger.phone)
  const name = trigger.name === undefined ? undefined : readPath(body, trigger.name)
  await tx.query('update flows.hook set last_used_at = $3 where tenant_id = $1 and flow_id = $2', [tx.tenantId, flowId, ports.now()])
  const { conversationId, why } = await ports.beginBy(
    tx,
    { channelId: trigger.channelId, phone, name: typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 200) : null },
    { flowId, byName: true, takesOver: false, opening: trigger.template ?? null, variables: variablesIn(body, trigger), onceUntilHeard: false },
  )
  // A run that waits for this call is there already: it goes on, with what the call brings.
  const goesOn =
    why !== null &&
    conversationId !== null &&
    (await wakeByOccurrence(tx, conversationId, { type: 'webhook' }, { flowId, variables: variablesIn(body, trigger) }))
  tx.record({
    action: 'flow.called',
    by: { kind: 'system', id: null, name: null },
    subject: { kind: 'flow', id: flowId, name: flow.name },
    after: { conversationId, begun: why === null, why: goesOn ? 'goes_on' : why },
  })
  return { begun: why === null, conversationId, why: goesOn ? 'goes_on' : why }
}

const phoneIn = (body: Record<string, unknown>, path: string): string => {
  const found = readPath(body, path)
  if (typeof found === 'string' && found.trim() !== '' && found.length <= 40) return found
  if (typeof found === 'number' && Number.isSafeInteger(found)) return String(found)
  const message = 'There is no phone number at this place of the body.'
  throw new Failure('invalid', 'flow_hook.phone_missing', message, { errors: [{ path, code: 'flow_hook.phone_missing', message }] })
}

/** Code points of a text that are kept, as of what customers answer. */
const longestText = 4096

const variablesIn = (body: Record<string, unknown>, { variables }: Webhook): Variables =>
  Object.fromEntries(
    variables.flatMap(({ name, path }): [string, Value][] => {
      const found = readPath(body, path)
      if (typeof found === 'string') return [[name, found.replaceAll('\u0000', '').toWellFormed().slice(0, longestText)]]
      return (typeof found === 'number' && Number.isFinite(found)) || typeof found === 'boolean' ? [[name, found]] : []
    }),
  )

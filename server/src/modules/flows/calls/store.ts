import type { CallRequest } from '@chasqui/flow/steps/api_call/request'
import type { CallResult } from '@chasqui/flow/steps/api_call/result'
import type { Database } from '#platform/database/open'
import type { Tx } from '#platform/database/transaction'

export const callsQueue = 'calls'

export type NewCall<Request = CallRequest> = { id: string; runId: string; conversationId: string; wait: number; request: Request; at: Date }
export type StoredCall<Request = CallRequest, Result = CallResult> = {
  request: Request
  tries: number
  isOut: boolean
  outcome: Result | null
  isAwaited: boolean
}

const insertText = `insert into flows.call (tenant_id, id, run_id, conversation_id, wait, request, created_at)
select $1, id, run_id, conversation_id, wait, request, at
from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::int[], $6::jsonb[], $7::timestamptz[]) as input (id, run_id, conversation_id, wait, request, at)`

/** Keeps a call with the turn that wants it, and sees to it that it is made. */
export const wantCall = (tx: Tx, call: NewCall): void => {
  keepCall(tx, call)
  callLater(tx, call.id)
}

/** Keeps whatever a run wants from outside, of which a job carries the id alone. */
export const keepCall = (tx: Tx, { id, runId, conversationId, wait, request, at }: NewCall<unknown>): void =>
  tx.alongCommit(tx.queryEach(insertText, [[id, runId, conversationId, wait, JSON.stringify(request), at]]))

/** Each call has a lane of its own: one that waits for its server holds up no other. */
export const callLater = (tx: Tx, callId: string, at?: Date): void =>
  tx.enqueue({ queue: callsQueue, key: callId, payload: { callId }, ...(at && { runAt: at }) })

type Row<Request, Result> = {
  wait: number
  request: Request
  tries: number
  begun_at: Date | null
  outcome: Result | null
  status: string | null
  state: { wait: { token: number } | null } | null
}

/** A call, and whether its run still waits for it; null when it is over. */
export const lockCall = async <Request = CallRequest, Result = CallResult>(tx: Tx, id: string): Promise<StoredCall<Request, Result> | null> => {
  const { rows } = await tx.query<Row<Request, Result>>(
    `select c.wait, c.request, c.tries, c.begun_at, c.outcome, r.status, r.state from flows.call c
     left join flows.run r on r.tenant_id = c.tenant_id and r.id = c.run_id where c.tenant_id = $1 and c.id = $2 for update of c`,
    [tx.tenantId, id],
  )
  const [row] = rows
  if (!row) return null
  const { request, tries, outcome } = row
  return { request, tries, outcome, isOut: row.begun_at !== null, isAwaited: row.status === 'active' && row.state?.wait?.token === row.wait }
}

/** Written before the request leaves: whoever finds it afterwards knows that it may have arrived. */
export const beginTry = (tx: Tx, id: string, tries: number, now: Date): Promise<unknown> =>
  tx.query('update flows.call set tries = $3, begun_at = $4 where tenant_id = $1 and id = $2', [tx.tenantId, id, tries, now])

/** How a try ended; null: there will be another. */
export const endTry = (tx: Tx, id: string, tries: number, outcome: object | null): Promise<unknown> =>
  tx.query('update flows.call set begun_at = null, outcome = $4 where tenant_id = $1 and id = $2 and tries = $3', [
    tx.tenantId,
    id,
    tries,
    outcome && JSON.stringify(outcome),
  ])

export type Returned<Result = CallResult> = { conversationId: string; runId: string; token: number; result: Result | null }

/** A call is over; what it brings, and to whom. */
export const takeCall = async <Result = CallResult>(tx: Tx, id: string): Promise<Returned<Result> | null> => {
  const { rows } = await tx.query<Returned<Result>>(
    `delete from flows.call where tenant_id = $1 and id = $2 returning conversation_id as "conversationId", run_id as "runId", wait as token, outcome as result`,
    [tx.tenantId, id],
  )
  return rows[0] ?? null
}

/** Hours after which whatever is left of a call is of no use to anybody. */
const keptHours = 24

/** Removes what was left behind by calls that nobody waits for, and the pace of conversations that are quiet. */
export const cleanUpCalls = async (database: Pick<Database, 'system'>, now: Date): Promise<void> => {
  const before = new Date(now.getTime() - keptHours * 3_600_000)
  await database.system.query('delete from flows.call where created_at < $1', [before])
  await database.system.query('delete from flows.pace where updated_at < $1', [before])
}

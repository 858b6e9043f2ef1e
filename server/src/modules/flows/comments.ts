import type { FlowComment, Page } from '@chasqui/contracts'
import { idCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import type { FlowsPorts } from './ports.ts'
import { lockFlow, nameOf, readFlow } from './store.ts'

type Row = {
  id: string
  step_id: string | null
  text: string
  author_id: string
  author_name: string | null
  created_at: Date
  updated_at: Date
  resolved_at: Date | null
  resolved_by: string | null
  resolved_by_name: string | null
}

/** Comments of one flow that wait for an answer: more than anybody reads. */
const mostOpen = 200

const commentsText = `select c.id, c.step_id, c.text, c.author_id, ${nameOf('c.author_id')} as author_name, c.created_at, c.updated_at, c.resolved_at, c.resolved_by,
    ${nameOf('c.resolved_by')} as resolved_by_name from flows.comment c where c.tenant_id = $1 and c.flow_id = $2`

const commentOf = (row: Row): FlowComment => ({
  id: row.id,
  stepId: row.step_id,
  text: row.text,
  author: { id: row.author_id, name: row.author_name },
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
  resolved: row.resolved_at && row.resolved_by ? { at: row.resolved_at.toISOString(), by: { id: row.resolved_by, name: row.resolved_by_name } } : null,
})

type Query = { limit: number; cursor?: string | undefined; resolved?: boolean | undefined }

export const listComments = async (tx: Tx, flowId: string, { limit, cursor, resolved }: Query): Promise<Page<FlowComment>> => {
  await readFlow(tx, flowId)
  const { rows } = await tx.query<Row>(
    `${commentsText} and ($3::uuid is null or c.id > $3) and ($4::boolean is null or (c.resolved_at is not null) = $4) order by c.id limit $5`,
    [tx.tenantId, flowId, idCursor(cursor), resolved ?? null, limit + 1],
  )
  const items = rows.slice(0, limit).map(commentOf)
  return { items, nextCursor: rows.length > limit ? items.at(-1)!.id : null }
}

const readComment = async (tx: Tx, flowId: string, id: string): Promise<FlowComment> => {
  await readFlow(tx, flowId)
  const { rows } = await tx.query<Row>(`${commentsText} and c.id = $3`, [tx.tenantId, flowId, id])
  if (!rows[0]) throw absent('comment')
  return commentOf(rows[0])
}

const tell = (tx: Tx, flowId: string) => tx.publish({ type: 'flow.commented', payload: { flowId } })

export const addComment = async (
  tx: Tx,
  ports: FlowsPorts,
  flowId: string,
  by: string,
  { stepId, text }: { stepId: string | null; text: string },
): Promise<FlowComment> => {
  // In hand, so that two people who write at the same time are counted one after the other.
  await lockFlow(tx, flowId)
  const { rows } = await tx.query<{ open: number }>(
    'select count(*)::integer as open from flows.comment where tenant_id = $1 and flow_id = $2 and resolved_at is null',
    [tx.tenantId, flowId],
  )
  if (rows[0]!.open >= mostOpen) throw new Failure('conflict', 'flow.too_many_comments', `A flow has ${mostOpen} open comments at most.`)
  const id = ports.newId()
  await tx.query(
    'insert into flows.comment (tenant_id, id, flow_id, step_id, text, author_id, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $7)',
    [tx.tenantId, id, flowId, stepId, text, by, ports.now()],
  )
  tell(tx, flowId)
  return readComment(tx, flowId, id)
}

const mustBeOwn = ({ author }: FlowComment, by: string) => {
  if (author.id !== by) throw new Failure('forbidden', 'flow.comment_not_yours', 'Only who wrote a comment changes its words or removes it.')
}

type Change = { resolved?: boolean | undefined; text?: string | undefined }

export const changeComment = async (tx: Tx, ports: FlowsPorts, flowId: string, id: string, by: string, { resolved, text }: Change): Promise<FlowComment> => {
  const before = await readComment(tx, flowId, id)
  if (text !== undefined) mustBeOwn(before, by)
  // Resolving what somebody resolved before leaves it theirs.
  const settles = resolved !== undefined && resolved !== (before.resolved !== null)
  await tx.query(
    `update flows.comment set text = coalesce($3, text), updated_at = case when $3::text is null then updated_at else $4 end,
       resolved_at = case when $5 then $6::timestamptz else resolved_at end, resolved_by = case when $5 then $7::uuid else resolved_by end
     where tenant_id = $1 and id = $2`,
    [tx.tenantId, id, text ?? null, ports.now(), settles, resolved ? ports.now() : null, resolved ? by : null],
  )
  tell(tx, flowId)
  return readComment(tx, flowId, id)
}

export const removeComment = async (tx: Tx, flowId: string, id: string, by: string): Promise<FlowComment> => {
  const comment = await readComment(tx, flowId, id)
  mustBeOwn(comment, by)
  await tx.query('delete from flows.comment where tenant_id = $1 and id = $2', [tx.tenantId, id])
  tell(tx, flowId)
  return comment
}

import type { FlowTest, Page, TestTalk } from '@chasqui/contracts'
import { TestTalk as Talk } from '@chasqui/contracts'
import { idCursor } from '#platform/cursor'
import type { Tx } from '#platform/database/transaction'
import { absent, Failure } from '#platform/failure'
import type { FlowsPorts } from '../ports.ts'
import { lockFlow, readFlow } from '../store.ts'

type Row = { id: string; name: string; talk: unknown; created_at: Date; updated_at: Date }

/** Tests of one flow: all of them run before a version is published, while somebody waits. */
const mostTests = 100

const testsText = 'select id, name, talk, created_at, updated_at from flows.test where tenant_id = $1 and flow_id = $2'

// What a talk can say may have grown since it was stored.
const testOf = (row: Row): FlowTest => ({
  id: row.id,
  name: row.name,
  talk: Talk.parse(row.talk),
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
})

export const listTests = async (tx: Tx, flowId: string, query: { limit: number; cursor?: string | undefined }): Promise<Page<FlowTest>> => {
  await readFlow(tx, flowId)
  const { rows } = await tx.query<Row>(`${testsText} and ($3::uuid is null or id > $3) order by id limit $4`, [
    tx.tenantId,
    flowId,
    idCursor(query.cursor),
    query.limit + 1,
  ])
  const items = rows.slice(0, query.limit).map(testOf)
  return { items, nextCursor: rows.length > query.limit ? items.at(-1)!.id : null }
}

export const everyTest = async (tx: Tx, flowId: string): Promise<FlowTest[]> =>
  (await tx.query<Row>(`${testsText} order by id`, [tx.tenantId, flowId])).rows.map(testOf)

export const readTest = async (tx: Tx, flowId: string, id: string): Promise<FlowTest> => {
  await readFlow(tx, flowId)
  const { rows } = await tx.query<Row>(`${testsText} and id = $3`, [tx.tenantId, flowId, id])
  if (!rows[0]) throw absent('test')
  return testOf(rows[0])
}

export const addTest = async (tx: Tx, ports: FlowsPorts, flowId: string, by: string, { name, talk }: { name: string; talk: TestTalk }): Promise<FlowTest> => {
  // In hand, so that two people who add one at the same time are counted one after the other.
  await lockFlow(tx, flowId)
  const { rows } = await tx.query<{ tests: number }>('select count(*)::integer as tests from flows.test where tenant_id = $1 and flow_id = $2', [
    tx.tenantId,
    flowId,
  ])
  if (rows[0]!.tests >= mostTests) throw new Failure('conflict', 'flow.too_many_tests', `A flow has ${mostTests} tests at most.`)
  const id = ports.newId()
  await tx.query('insert into flows.test (tenant_id, id, flow_id, name, talk, created_by, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $7)', [
    tx.tenantId,
    id,
    flowId,
    name,
    JSON.stringify(talk),
    by,
    ports.now(),
  ])
  return readTest(tx, flowId, id)
}

type Change = { name?: string | undefined; talk?: TestTalk | undefined }

export const changeTest = async (tx: Tx, ports: FlowsPorts, flowId: string, id: string, { name, talk }: Change): Promise<FlowTest> => {
  await readTest(tx, flowId, id)
  await tx.query('update flows.test set name = coalesce($3, name), talk = coalesce($4, talk), updated_at = $5 where tenant_id = $1 and id = $2', [
    tx.tenantId,
    id,
    name ?? null,
    talk ? JSON.stringify(talk) : null,
    ports.now(),
  ])
  return readTest(tx, flowId, id)
}

export const removeTest = async (tx: Tx, flowId: string, id: string): Promise<FlowTest> => {
  const test = await readTest(tx, flowId, id)
  await tx.query('delete from flows.test where tenant_id = $1 and id = $2', [tx.tenantId, id])
  return test
}

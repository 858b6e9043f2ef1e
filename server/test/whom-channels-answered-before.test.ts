import assert from 'node:assert/strict'
import { test } from 'node:test'
import { channelRoutes } from '@chasqui/contracts'
import pg from 'pg'
import { migrate, rollback } from '#platform/database/migrate'
import { ensureRolesAt } from '#platform/database/roles'
import { databaseSecret, newDatabase } from './kit/cluster.ts'
import { publishFlow } from './kit/flows.ts'
import { startProduct, type Person } from './kit/product.ts'

const story = '0068-whom-channels-answer'
const linked = async (person: Person, flowId: string | null = null): Promise<string> => {
  const body = { kind: 'waha' as const, name: 'WAHA', settings: { baseUrl: 'http://127.0.0.1:1', apiKey: 'a-key-of-the-server' }, flowId }
  return (await person.api.ask(channelRoutes.create, { body })).id
}
const publishes = (person: Person, type: 'any' | 'keyword'): Promise<string> =>
  publishFlow(person.api, {
    schema: 1,
    start: 'a',
    triggers: [type === 'any' ? { type } : { type, words: ['turno'] }],
    nodes: { a: { type: 'message', text: 'Hola', next: null } },
  })

test('whoever was answered before channels said whom they answer is answered after it', async () => {
  const adminUrl = await newDatabase()
  await ensureRolesAt(adminUrl, databaseSecret)
  const the = await startProduct({ adminUrl })
  const [silent, worded, served] = [await the.addTenant('Callados'), await the.addTenant('Con palabra'), await the.addTenant('Con flujo')]
  await publishes(silent, 'any')
  await publishes(worded, 'keyword')
  const ids = [await linked(silent), await linked(worded), await linked(served, await publishes(served, 'any'))]
  await the.stop()

  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  const { rows } = await admin.query<{ steps: number }>('select count(*)::int as steps from migration.done where name >= $1', [story])
  await rollback(adminUrl, rows[0]!.steps)
  await migrate(adminUrl)
  const answers = await admin.query<{ id: string; answers_to: string }>('select id, answers_to from channels.channel where id = any($1)', [ids])
  await admin.end()
  assert.deepEqual(
    ids.map((id) => answers.rows.find((row) => row.id === id)?.answers_to),
    ['nobody', 'everyone', 'everyone'],
  )
})

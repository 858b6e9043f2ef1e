import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { conversationRoutes, teamRoutes } from '@chasqui/contracts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { openCentre } from '../kit/centre.ts'
import type { Person, RunningProduct } from '../kit/product.ts'

/** Calling colleagues into a conversation by name. */
let the: RunningProduct
before(async () => {
  ;({ the } = await startBesideGraph({ env: { TRUST_PROXY: '127.0.0.1' } }))
})

test('a note calls members who see the conversation, who hear of it; others cannot be called', async () => {
  const centre = await openCentre(the, { routing: [{ strategy: 'manual', weight: 1 }] } as never)
  const [eva, diego] = [await centre.agent({ state: null }), await centre.agent({ state: null })]
  await the.admin.query(`update identity."user" set name = 'José Diego' where id = $1`, [diego.userId])
  const conversation = await centre.says(centre.customer())
  const params = { id: conversation.id }
  const offered = async (person: Person, search?: string) =>
    (await person.api.ask(conversationRoutes.mentionable, { params, query: search === undefined ? {} : { search } })).items.map(({ id }) => id)
  assert.ok(![...(await offered(eva))].includes(eva.userId), 'oneself is not offered')
  assert.deepEqual(new Set(await offered(eva)), new Set([centre.boss.userId, diego.userId]))
  assert.deepEqual(await offered(eva, 'JOSE'), [diego.userId], 'found without accents')

  const note = (mentions: string[], clientId = 'n1') =>
    eva.api.send<{ id: string; code: string; context: unknown }>('POST', `/api/conversations/${conversation.id}/notes`, {
      text: '@José Diego mirá',
      mentions,
      clientId,
    })
  const said = await note([diego.userId, diego.userId, eva.userId])
  assert.equal(said.status, 201)
  assert.equal((await note([diego.userId])).body.id, said.body.id, 'the same note again')
  assert.deepEqual(said.body.context, { mentions: [{ id: diego.userId, name: 'José Diego' }] })
  await the.idle()
  const { rows } = await the.admin.query('select user_id, conversation_id, seen_at from conversations.mention where message_id = $1', [said.body.id])
  assert.deepEqual(rows, [{ user_id: diego.userId, conversation_id: conversation.id, seen_at: null }])
  const events = await the.admin.query(`select payload from platform.event where type = 'conversation.mentioned' and payload ->> 'messageId' = $1`, [
    said.body.id,
  ])
  assert.deepEqual(events.rows[0]?.payload.userIds, [diego.userId])

  // Whoever sees only their own and what nobody has does not see what somebody else has.
  await eva.api.ask(conversationRoutes.assign, { params, body: {} })
  assert.deepEqual(await offered(eva), [centre.boss.userId])
  assert.deepEqual([(await note([diego.userId], 'n2')).status, (await note([diego.userId], 'n2')).body.code], [422, 'mention.unreachable'])
  await centre.boss.api.ask(teamRoutes.create, { body: { name: 'Recepción', memberIds: [eva.userId, diego.userId] } })
  assert.deepEqual(await offered(eva), [centre.boss.userId], 'a team widens only the reach of those who see their team')
  assert.equal((await diego.api.send('GET', `/api/conversations/${conversation.id}/mentionable`)).status, 404)
})

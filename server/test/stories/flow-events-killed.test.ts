import assert from 'node:assert/strict'
import { test } from 'node:test'
import { conversationRoutes, flowRoutes, type FlowDraft } from '@chasqui/contracts'
import { publishFlow, someone } from '../kit/flows.ts'
import { startMortal } from '../kit/killed.ts'
import { connectNumber, conversationsOf } from '../kit/whatsapp.ts'

const each = 12
/** Waits for something to happen, says so, rests, and says good-bye. */
const definition = (event: 'tag_added' | 'webhook', triggers: FlowDraft['triggers']): FlowDraft => ({
  schema: 1,
  start: 'wait',
  triggers,
  always: { human: ['persona'] },
  nodes: {
    wait: {
      type: 'wait_for',
      event,
      ...(event === 'tag_added' && { tags: ['Pagado'] }),
      hears: false,
      timeout: { seconds: 36_000, next: 'late' },
      happened: 'done',
      next: null,
    },
    done: { type: 'message', text: 'listo', next: 'rest' },
    rest: { type: 'delay', seconds: 1, next: 'bye' },
    bye: { type: 'message', text: 'adiós', next: null },
    late: { type: 'message', text: 'tarde', next: null },
  },
})

test('whoever waits for a tag or for the call of a program is woken by it once, wherever the process dies', async () => {
  const { the, livesAfter } = await startMortal()
  const { api } = the.owner
  const number = await connectNumber(the.url, api, { flow: false })
  const { channelId } = number
  await publishFlow(api, definition('tag_added', [{ type: 'keyword', words: ['pedido'] }]))
  const hooked = await publishFlow(
    api,
    definition('webhook', [
      { type: 'keyword', words: ['turno'] },
      { type: 'webhook', channelId, phone: 'phone', variables: [] },
    ]),
  )
  const { path } = await api.ask(flowRoutes.createHook, { params: { id: hooked } })
  const [buyers, patients] = [Array.from({ length: each }, someone), Array.from({ length: each }, someone)]
  for (const person of buyers) await number.say(person, 'pedido')
  for (const person of patients) await number.say(person, 'turno')
  await the.idle()
  const idOf = new Map((await conversationsOf(api, channelId)).map(({ id, contact }) => [contact.phone!.slice(1), id]))
  const waiting = await the.admin.query(`select 1 from flows.run where status = 'active' and state #> '{wait,event}' is not null`)
  assert.equal(waiting.rowCount, 2 * each)

  const lives = await livesAfter()
  const said = (word: string) => lives.count(`from conversations.message where content ->> 'text' = $1 and direction = 'out'`, [word])
  /** Those for whom the call of the program has come in: it does not call twice. */
  const called = async () =>
    new Set(
      (
        await lives.admin.query<{ id: string }>(
          `select after ->> 'conversationId' as id from (select action, after from audit.record union all select action, after from audit.pending) act where action = 'flow.called'`,
        )
      ).rows.map(({ id }) => id),
    )
  for (const [word, enough] of [
    ['listo', 4],
    ['listo', 13],
    ['adiós', 6],
    ['adiós', 2 * each],
  ] as const) {
    const known = await called()
    await lives.endAs(
      async () => (await said(word)) >= enough,
      `${enough} heard ${word}`,
      ({ url, apiOf }) =>
        Promise.allSettled([
          // A tag that is on does not come on again.
          ...buyers.map(({ phone }) => apiOf(the.owner).ask(conversationRoutes.tags, { params: { id: idOf.get(phone)! }, body: { tags: ['pagado'] } })),
          ...patients
            .filter(({ phone }) => !known.has(idOf.get(phone)!))
            .map(({ phone }) =>
              fetch(`${url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ phone: `+${phone}` }) }),
            ),
        ]),
    )
  }

  const last = await lives.goOn()
  await last.idle()
  const { rows } = await last.admin.query<{ id: string; said: string }>(
    `select conversation_id as id, string_agg(content ->> 'text', ', ' order by seq) as said from conversations.message where direction = 'out' and conversation_id = any($1::uuid[]) group by 1`,
    [[...idOf.values()]],
  )
  assert.deepEqual([rows.length, [...new Set(rows.map((row) => row.said))]], [2 * each, ['listo, adiós']])
  assert.equal((await called()).size, each)
  const runs = await last.admin.query(
    `select distinct status, (select count(*)::int from flows.path p where p.run_id = r.id and p.cause = 'returned') as woken from flows.run r where conversation_id = any($1::uuid[])`,
    [[...idOf.values()]],
  )
  assert.deepEqual(runs.rows, [{ status: 'finished', woken: 1 }])
  assert.deepEqual((await last.admin.query('select error from platform.dead_letter')).rows, [])
})

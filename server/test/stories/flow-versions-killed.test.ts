import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FlowDraft } from '@chasqui/contracts'
import { publishFlow, publishNext, someone } from '../kit/flows.ts'
import { startMortal } from '../kit/killed.ts'
import { connectNumber } from '../kit/whatsapp.ts'

const customers = 24
const words = ['uno', 'dos', 'tres']
/** Says a word, rests, and says the next. The first rest is long, so that everybody is inside when the next version comes. */
const definition = (version: string): FlowDraft => ({
  schema: 1,
  start: 'uno',
  always: { human: ['persona'] },
  nodes: {
    uno: { type: 'message', text: `uno (${version})`, next: 'rest1' },
    rest1: { type: 'delay', seconds: 3600, next: 'dos' },
    dos: { type: 'message', text: `dos (${version})`, next: 'rest2' },
    rest2: { type: 'delay', seconds: 1, next: 'tres' },
    tres: { type: 'message', text: `tres (${version})`, next: null },
  },
})

test('runs that began on version 3 end on version 3 while version 4 is live, wherever the process dies between their steps: nothing is lost or said twice', async () => {
  const { the, livesAfter } = await startMortal()
  const { api } = the.owner
  const number = await connectNumber(the.url, api, { flow: false })
  const id = await publishFlow(api, definition('v1'), { channelId: number.channelId })
  for (const version of ['v2', 'v3']) await publishNext(api, id, definition(version))
  for (let customer = 0; customer < customers; customer += 1) await number.say(someone(), 'hola')
  await the.idle()
  await publishNext(api, id, definition('v4'))
  const lives = await livesAfter()
  await lives.makeTimersDue()
  const said = (word: string) => lives.count(`from conversations.message where content ->> 'text' like '${word} (v_)'`)
  for (const [word, enough] of [
    ['dos', 5],
    ['dos', 15],
    ['tres', 8],
    ['tres', customers],
  ] as const)
    await lives.endAs(async () => (await said(word)) >= enough, `${enough} heard ${word}`)

  for (const word of words) {
    assert.equal(await said(word), customers, word)
    assert.equal(await lives.count(`from conversations.message where content ->> 'text' = '${word} (v3)'`), customers, word)
  }
  const { rows } = await lives.admin.query<{ status: string; number: number; path: string }>(
    `select r.status, v.number, string_agg(p.step || ' ' || p.cause, ', ' order by p.id) as path from flows.run r join flows.version v on v.tenant_id = r.tenant_id and v.id = r.version_id
     join flows.path p on p.tenant_id = r.tenant_id and p.run_id = r.id where r.flow_id = $1 group by r.id, r.status, v.number`,
    [id],
  )
  assert.equal(rows.length, customers)
  const path = 'uno start, rest1 went_on, rest1 timeout, dos went_on, rest2 went_on, rest2 timeout, tres went_on, tres ended'
  assert.deepEqual(
    [...new Set(rows.map((row) => `${row.number} ${row.status} ${row.path.replaceAll(/, rest\d timeout/g, '')}`))],
    [`3 finished ${path.replaceAll(/, rest\d timeout/g, '')}`],
  )
})

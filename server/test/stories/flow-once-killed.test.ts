import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FlowDraft } from '@chasqui/contracts'
import { publishFlow, someone } from '../kit/flows.ts'
import { startMortal } from '../kit/killed.ts'
import { connectNumber } from '../kit/whatsapp.ts'

const customers = 24
/** Rests, comes to the step that lets people through once, rests, and comes to it again. */
const definition: FlowDraft = {
  schema: 1,
  start: 'hello',
  always: { human: ['persona'] },
  nodes: {
    hello: { type: 'message', text: 'hola', next: 'rest' },
    rest: { type: 'delay', seconds: 3600, next: 'once' },
    once: { type: 'once', first: 'first', again: 'again' },
    first: { type: 'message', text: 'primera', next: 'pause' },
    pause: { type: 'delay', seconds: 1, next: 'once' },
    again: { type: 'message', text: 'otra', next: null },
  },
}

test('wherever the process dies, everybody is let through for the first time once, and comes again once', async () => {
  const { the, livesAfter } = await startMortal()
  const { api } = the.owner
  const number = await connectNumber(the.url, api, { flow: false })
  const id = await publishFlow(api, definition, { channelId: number.channelId })
  for (let customer = 0; customer < customers; customer += 1) await number.say(someone(), 'hola')
  await the.idle()
  const lives = await livesAfter()
  await lives.makeTimersDue()
  const said = (word: string) => lives.count(`from conversations.message where content ->> 'text' = $1 and direction = 'out'`, [word])
  for (const [word, enough] of [
    ['primera', 5],
    ['primera', 15],
    ['otra', 8],
    ['otra', customers],
  ] as const)
    await lives.endAs(async () => (await said(word)) >= enough, `${enough} heard ${word}`)

  const { rows } = await lives.admin.query<{ said: string }>(
    `select string_agg(content ->> 'text', ', ' order by seq) as said from conversations.message m
     where direction = 'out' and content ->> 'text' in ('hola', 'primera', 'otra') and conversation_id in (select conversation_id from flows.run where flow_id = $1)
     group by conversation_id`,
    [id],
  )
  assert.deepEqual([rows.length, [...new Set(rows.map((row) => row.said))]], [customers, ['hola, primera, otra']])
})

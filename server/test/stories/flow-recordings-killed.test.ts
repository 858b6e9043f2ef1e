import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FlowDraft } from '@chasqui/contracts'
import { media } from '../doubles/graph-api/inbound.ts'
import { startHttpServer } from '../doubles/http-server.ts'
import { atEnd } from '../kit/cluster.ts'
import { publishFlow, someone } from '../kit/flows.ts'
import { startMortal } from '../kit/killed.ts'
import { recording } from '../kit/media.ts'
import { connectNumber } from '../kit/whatsapp.ts'

const customers = 12
const definition: FlowDraft = {
  schema: 1,
  start: 'ask',
  always: { human: ['persona'] },
  nodes: {
    ask: { type: 'input', text: '¿cuántos?', expect: 'number', saveAs: 'many', voice: true, timeout: { seconds: 36_000, next: null }, next: 'done' },
    done: { type: 'message', text: 'son {{many}}', next: 'rest' },
    rest: { type: 'delay', seconds: 1, next: 'bye' },
    bye: { type: 'message', text: 'adiós', next: null },
  },
}

test('a recording that is being written down is the answer once, wherever the process dies', async () => {
  const scribe = await startHttpServer()
  atEnd(() => Promise.resolve(scribe.close()))
  const { graph, the, livesAfter } = await startMortal({ TRANSCRIPTION_URL: `${scribe.root}/v1`, EGRESS_ALLOW: scribe.host })
  const { api } = the.owner
  const number = await connectNumber(the.url, api, { flow: false })
  const id = await publishFlow(api, definition, { channelId: number.channelId })
  const people = Array.from({ length: customers }, someone)
  for (const person of people) await number.say(person, 'hola')
  await the.idle()
  const lives = await livesAfter()
  const said = (word: string) => lives.count(`from conversations.message where content ->> 'text' = $1 and direction = 'out'`, [word])

  // The first life ends while the scribe has recordings in hand, of which nobody hears any more.
  scribe.answer(() => {})
  const held = graph.media.add(Buffer.from(await recording(1, 'ogg')), 'audio/ogg')
  let written = false
  await lives.endAs(
    () => Promise.resolve(written && scribe.seen.length >= 2),
    'recordings are being written down',
    async ({ url }) => {
      number.webhookUrl = `${url}${new URL(number.webhookUrl).pathname}`
      for (const person of people)
        assert.equal(await number.write(person, [media(person, 'audio', { id: held.id, mime_type: 'audio/ogg; codecs=opus', voice: true })]), 200)
      written = true
    },
  )
  assert.equal(await said('son 4'), 0)
  scribe.answer((_request, response) => void response.end(JSON.stringify({ text: 'somos cuatro' })))
  for (const [word, enough] of [
    ['son 4', 3],
    ['son 4', 8],
    ['adiós', 5],
    ['adiós', customers],
  ] as const)
    await lives.endAs(async () => (await said(word)) >= enough, `${enough} heard ${word}`)

  const last = await lives.goOn()
  await last.idle()
  const { rows } = await last.admin.query<{ said: string; answers: string; status: string }>(
    `select r.status, (select string_agg(content ->> 'text', ', ' order by seq) from conversations.message m where m.conversation_id = r.conversation_id and direction = 'out') as said,
       (select string_agg(p.answer, ', ') from flows.path p where p.run_id = r.id and p.step = 'ask' and p.answer is not null) as answers
     from flows.run r where r.flow_id = $1`,
    [id],
  )
  assert.equal(rows.length, customers)
  assert.deepEqual([...new Set(rows.map((row) => `${row.status}: ${row.said}; ${row.answers}`))], ['finished: ¿cuántos?, son 4, adiós; somos cuatro'])
  assert.deepEqual((await last.admin.query('select error from platform.dead_letter')).rows, [])
})

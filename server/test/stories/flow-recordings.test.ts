import assert from 'node:assert/strict'
import { before, beforeEach, test } from 'node:test'
import type { FlowDraft } from '@chasqui/contracts'
import type { GraphApi } from '../doubles/graph-api/server.ts'
import { media } from '../doubles/graph-api/inbound.ts'
import { startHttpServer, type HttpServer } from '../doubles/http-server.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { atEnd } from '../kit/cluster.ts'
import { publishFlow, someone, writersTo } from '../kit/flows.ts'
import { recording } from '../kit/media.ts'
import type { RunningProduct } from '../kit/product.ts'
import { connectNumber, type Number } from '../kit/whatsapp.ts'

/** Voice notes as answers: written down by a service beside the product, outside of the turn. */
let graph: GraphApi
let the: RunningProduct
let number: Number
let scribe: HttpServer
before(async () => {
  scribe = await startHttpServer()
  atEnd(() => Promise.resolve(scribe.close()))
  ;({ graph, the } = await startBesideGraph({
    env: { TRANSCRIPTION_URL: `${scribe.root}/v1`, TRANSCRIPTION_KEY: 'k-123', TRANSCRIPTION_MODEL: 'escriba', EGRESS_ALLOW: scribe.host },
  }))
  number = await connectNumber(the.url, the.owner.api)
  const definition: FlowDraft = {
    schema: 1,
    start: 'ask',
    handlers: { onMedia: { do: 'say', text: 'No escucho audios' } },
    nodes: {
      ask: {
        type: 'input',
        text: '¿Cuántos son?',
        expect: 'number',
        saveAs: 'many',
        voice: true,
        timeout: { seconds: 3600, next: null },
        next: 'done',
      },
      done: { type: 'message', text: 'Son {{many}}', next: null },
    },
  }
  await publishFlow(the.owner.api, definition, { channelId: number.channelId })
})
beforeEach(() => {
  scribe.seen.length = 0
  scribe.answer((_request, response) => void response.end(JSON.stringify({ text: 'Somos cuatro' })))
})

const { says, saidTo } = writersTo(() => ({ the, api: the.owner.api, number }))
const asked = async () => {
  const person = someone()
  await says(person)
  return {
    speaks: async () => {
      const held = graph.media.add(Buffer.from(await recording(1, 'ogg')), 'audio/ogg')
      assert.equal(await number.write(person, [media(person, 'audio', { id: held.id, mime_type: 'audio/ogg; codecs=opus', voice: true })]), 200)
    },
    heard: () => saidTo(person),
  }
}

test('a voice note is written down, and its words are the answer; the key goes only to the scribe', async () => {
  const ana = await asked()
  await ana.speaks()
  await the.until(async () => (await ana.heard()).at(-1) === 'Son 4', 'the recording is understood')
  const [sent] = scribe.seen
  assert.deepEqual([scribe.seen.length, sent!.url, sent!.headers.authorization], [1, '/v1/audio/transcriptions', 'Bearer k-123'])
  for (const part of ['name="model"\r\n\r\nescriba', 'name="language"\r\n\r\nes', 'filename="recording.ogg"', 'OggS'])
    assert.ok(sent!.body.includes(part), part)
})

test('where it is not written down, the flow says what it says of recordings, and the question stands', async () => {
  const ana = await asked()
  scribe.answer((_request, response) => {
    response.statusCode = 500
    response.end('{}')
  })
  await ana.speaks()
  await the.until(async () => (await ana.heard()).at(-1) === 'No escucho audios', 'the handler speaks')
})

test('a scribe who takes his time holds up nobody else', async () => {
  let letGo = () => {}
  scribe.answer((_request, response) => void (letGo = () => response.end(JSON.stringify({ text: '7' }))))
  const [slow, other] = [await asked(), await asked()]
  await slow.speaks()
  await the.until(() => Promise.resolve(scribe.seen.length === 1), 'it is out')
  scribe.answer((_request, response) => void response.end(JSON.stringify({ text: 'dos' })))
  await other.speaks()
  await the.until(async () => (await other.heard()).at(-1) === 'Son 2', 'the other is served')
  assert.deepEqual(await slow.heard(), ['¿Cuántos son?'])
  letGo()
  await the.until(async () => (await slow.heard()).at(-1) === 'Son 7', 'and then this one')
})

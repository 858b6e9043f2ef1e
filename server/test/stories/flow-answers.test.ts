import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import type { FlowDraft } from '@chasqui/contracts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import { publishFlow, someone, writersTo } from '../kit/flows.ts'
import type { RunningProduct } from '../kit/product.ts'
import { connectNumber, type Number } from '../kit/whatsapp.ts'

/** What is understood of the answers to a flow with what only the server knows: the numbers of the organisation's country. */
let the: RunningProduct
let number: Number
before(async () => {
  ;({ the } = await startBesideGraph())
  number = await connectNumber(the.url, the.owner.api, { flow: false })
  await publishFlow(the.owner.api, definition, { channelId: number.channelId })
})

const definition: FlowDraft = {
  schema: 1,
  start: 'ask',
  nodes: {
    ask: { type: 'input', text: '¿Cuál es?', expect: 'phone', saveAs: 'answer', next: 'tell' },
    tell: { type: 'message', text: 'Es {{answer}}', next: null },
  },
}
const { says, saidTo } = writersTo(() => ({ the, api: the.owner.api, number }))
const answered = async (...words: string[]): Promise<string[]> => {
  const person = someone()
  for (const word of ['hola', ...words]) await says(person, word)
  return saidTo(person)
}

test('a phone number as people write it at home is kept as it is dialled from abroad', async () => {
  assert.deepEqual(await answered('mi cel es 011 15 2345-6789'), ['¿Cuál es?', 'Es +5491123456789'])
})

test('a number that is none in the country is asked for again', async () => {
  const said = await answered('5544')
  assert.equal(said.length, 2)
  assert.ok(!said[1]!.startsWith('Es '))
})

test('a dictated number is read back before it is kept', async () => {
  const said = await answered('once, veintitrés cuarenta y cinco, sesenta y siete ochenta y nueve', 'sí')
  assert.deepEqual([said[1], said.at(-1)], ['¿Es correcto: +541123456789?', 'Es +541123456789'])
})

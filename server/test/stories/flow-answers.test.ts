import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { channelRoutes, flowRoutes, type FlowDraft } from '@chasqui/contracts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import type { RunningProduct } from '../kit/product.ts'
import { connectNumber, conversationsOf, threadOf, type Number } from '../kit/whatsapp.ts'

/** What is understood of the answers to a flow with what only the server knows: the numbers of the organisation's country. */
let the: RunningProduct
let number: Number
before(async () => {
  ;({ the } = await startBesideGraph())
  number = await connectNumber(the.url, the.owner.api, { flow: false })
})

let people = 0
const answered = async (...words: string[]): Promise<string[]> => {
  const { api } = the.owner
  const definition: FlowDraft = {
    schema: 1,
    start: 'ask',
    nodes: {
      ask: { type: 'input', text: '¿Cuál es?', expect: 'phone', saveAs: 'answer', next: 'tell' },
      tell: { type: 'message', text: 'Es {{answer}}', next: null },
    },
  }
  const flow = await api.ask(flowRoutes.create, { body: { name: `Pregunta ${(people += 1)}`, definition } })
  await api.ask(flowRoutes.publish, { params: { id: flow.id }, body: {} })
  await api.ask(channelRoutes.update, { params: { id: number.channelId }, body: { flowId: flow.id } })
  const phone = `549118777${String(people).padStart(4, '0')}`
  for (const word of ['hola', ...words]) {
    await number.say({ phone, name: 'Ana' }, word)
    await the.idle()
  }
  const conversation = (await conversationsOf(api, number.channelId)).find(({ contact }) => contact.phone?.endsWith(phone.slice(-8)))!
  return (await threadOf(api, conversation.id)).flatMap(({ direction, content }) => {
    if (direction !== 'out') return []
    return 'text' in content ? [content.text ?? ''] : 'body' in content ? [content.body ?? ''] : []
  })
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

import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { campaignRoutes, closingRoutes, Conduct, conversationRoutes, queueRoutes, userRoutes, type Channel, type VisitorEntry } from '@chasqui/contracts'
import { newId } from '#platform/ids'
import { startProduct, type RunningProduct } from '../kit/product.ts'
import { talksOf } from '../kit/telegram.ts'
import { connectWebchat, VisitorPage } from '../kit/visitor.ts'

/** What a visitor learns of whoever serves them: their place in the line, who writes, and how it was. */
let the: RunningProduct
let channel: Channel
before(async () => {
  the = await startProduct()
  channel = await connectWebchat(the.owner.api)
  const { id } = await the.owner.api.ask(campaignRoutes.create, {
    body: { name: 'Web', channelIds: [channel.id], bot: { on: false, flowId: null }, routing: [{ strategy: 'manual', weight: 1 }] },
  })
  const general = (await the.owner.api.ask(queueRoutes.list)).items.find(({ isDefault, campaignId }) => isDefault && campaignId === id)!
  await the.owner.api.ask(queueRoutes.update, { params: { id: general.id }, body: { tellPosition: true } })
})

test('a visitor is told their place in the line, hears by name who writes, and says how it was by one press', async () => {
  const ana = await new VisitorPage(the.url, channel.id).begin({ name: 'Ana' })
  await ana.connect()
  await ana.say('Hola')
  await ana.until(() => ana.texts.some((text) => /lugar en la fila: 1\./.test(text)))
  const [talk] = await talksOf(the.owner.api, channel.id)
  const params = { id: talk!.id }

  await the.owner.api.ask(conversationRoutes.typing, { params })
  const writers = () => ana.news.flatMap((news) => (news.type === 'typing' ? [news.name] : []))
  await ana.until(() => writers().length === 1)
  const { name } = (await the.owner.api.ask(userRoutes.list)).items.find(({ id }) => id === the.owner.userId)!
  assert.deepEqual(writers(), [name])

  await the.owner.api.ask(closingRoutes.changeConduct, { body: Conduct.parse({ survey: { on: true } }) })
  await the.owner.api.ask(conversationRoutes.send, { params, body: { content: { type: 'text', text: 'Listo' } } as never })
  await ana.until(() => ana.texts.includes('Listo'))
  await the.owner.api.ask(conversationRoutes.close, { params, body: {} })
  const isScore = ({ content }: VisitorEntry) => content.type === 'buttons'
  await ana.until(() => [...ana.entries.values()].some(isScore))
  const asked = [...ana.entries.values()].find(isScore)!
  const [best] = asked.content['buttons'] as { id: string }[]
  const press = () => ana.call<VisitorEntry>('POST', '/messages', { id: newId(), content: { type: 'choice', entryId: asked.id, id: best!.id } })
  assert.equal((await press()).status, 200)
  await the.until(async () => (await the.owner.api.ask(conversationRoutes.read, { params })).survey?.score === 5, 'the score is there')
  const closed = await the.owner.api.ask(conversationRoutes.read, { params })
  assert.deepEqual([closed.state, (await talksOf(the.owner.api, channel.id)).length], ['closed', 1], 'an answer opens nothing')
})

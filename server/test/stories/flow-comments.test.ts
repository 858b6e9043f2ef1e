import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { auditRoutes, flowRoutes, type Flow, type FlowDraft } from '@chasqui/contracts'
import { startProduct, type Person, type RunningProduct } from '../kit/product.ts'

/** What people who edit a flow say to each other about its steps. */
let the: RunningProduct
let ana: Person
let rui: Person
before(async () => {
  the = await startProduct()
  ana = the.owner
  rui = await the.addMember(ana.tenantId, 'owner')
})
after(() => the.stop())

const definition: FlowDraft = {
  schema: 1,
  start: 'ask',
  always: { human: ['persona'] },
  nodes: { ask: { type: 'message', text: 'Hola', next: null } },
}
const newFlow = (): Promise<Flow> => ana.api.ask(flowRoutes.create, { body: { name: 'Con dudas', definition } })
const on = ({ id }: Flow) => ({ params: { id } })
const said = (flow: Flow, text: string, by = ana) => by.api.ask(flowRoutes.addComment, { ...on(flow), body: { stepId: 'ask', text } })

test('a comment is heard by who has the flow open, answered, resolved and opened again by anybody who edits', async () => {
  const flow = await newFlow()
  const asked = await said(flow, '  ¿Y los sábados?  ')
  assert.deepEqual([asked.stepId, asked.text, asked.author.id, asked.resolved], ['ask', '¿Y los sábados?', ana.userId, null])
  await the.ownersScreen.hear('flow.comments', ({ flowId }) => flowId === flow.id)
  const answered = await said(flow, 'También', rui)
  const one = { params: { id: flow.id, commentId: asked.id } }
  const resolved = await rui.api.ask(flowRoutes.changeComment, { ...one, body: { resolved: true } })
  assert.equal(resolved.resolved?.by.id, rui.userId)
  const again = await ana.api.ask(flowRoutes.changeComment, { ...one, body: { resolved: true } })
  assert.equal(again.resolved?.by.id, rui.userId, 'it stays theirs')
  const list = async (query: object) => (await ana.api.ask(flowRoutes.comments, { ...on(flow), query })).items.map(({ id }) => id)
  assert.deepEqual(await list({}), [asked.id, answered.id])
  assert.deepEqual([await list({ resolved: 'true' }), await list({ resolved: 'false' })], [[asked.id], [answered.id]])
  assert.equal((await ana.api.ask(flowRoutes.changeComment, { ...one, body: { resolved: false } })).resolved, null)
  await the.chained()
  const { items } = await ana.api.ask(auditRoutes.list, { query: { action: 'flow.comment_added' } })
  assert.equal(items.length >= 2, true)
})

test('its words are its author’s', async () => {
  const flow = await newFlow()
  const comment = await said(flow, 'Falta un saludo')
  const path = `/api/flows/${flow.id}/comments/${comment.id}`
  for (const attempt of [() => rui.api.send<{ code: string }>('PATCH', path, { text: 'x' }), () => rui.api.send<{ code: string }>('DELETE', path)]) {
    const { status, body } = await attempt()
    assert.deepEqual([status, body.code], [403, 'flow.comment_not_yours'])
  }
  const one = { params: { id: flow.id, commentId: comment.id } }
  assert.equal((await ana.api.ask(flowRoutes.changeComment, { ...one, body: { text: 'Falta una despedida' } })).text, 'Falta una despedida')
  await ana.api.ask(flowRoutes.removeComment, one)
  assert.equal((await ana.api.send('DELETE', path)).status, 404)
  assert.equal((await ana.api.send('POST', `/api/flows/${flow.id}/comments`, { stepId: 'ask', text: '   ' })).status, 422)
})

test('a comment keeps nothing from being published, and makes no version another one', async () => {
  const flow = await newFlow()
  await said(flow, 'Todavía no me gusta')
  assert.equal((await ana.api.ask(flowRoutes.read, on(flow))).revision, flow.revision)
  const { versionId } = await ana.api.ask(flowRoutes.publish, { ...on(flow), body: {} }).then(({ id }) => ({ versionId: id }))
  const version = await ana.api.ask(flowRoutes.version, { params: { id: flow.id, version: versionId } })
  assert.equal(JSON.stringify(version).includes('no me gusta'), false)
})

test('two hundred may be open at once', async () => {
  const flow = await newFlow()
  for (let count = 0; count < 200; count++) await said(flow, `Nota ${count}`)
  const full = await ana.api.send<{ code: string }>('POST', `/api/flows/${flow.id}/comments`, { stepId: null, text: 'Una más' })
  assert.deepEqual([full.status, full.body.code], [409, 'flow.too_many_comments'])
})

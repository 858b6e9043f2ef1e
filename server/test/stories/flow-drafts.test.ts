import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { auditRoutes, flowRoutes, operationRoutes, userRoutes, type Flow, type FlowNode } from '@chasqui/contracts'
import { startProduct, type Person, type RunningProduct } from '../kit/product.ts'

/** Two people at one flow, its versions, and what is published while they sleep. */
let the: RunningProduct
let ana: Person
let rui: Person
before(async () => {
  the = await startProduct()
  ana = the.owner
  rui = await the.addMember(ana.tenantId, 'owner')
})
after(() => the.stop())

const say = (text: string, next: string | null = null): FlowNode => ({ type: 'message', text, next })
const newFlow = async (nodes: Record<string, FlowNode> = { a: say('A', 'b'), b: say('B') }): Promise<Flow> =>
  ana.api.ask(flowRoutes.create, { body: { name: 'Turnos', definition: { schema: 1, start: 'a', always: { human: ['persona'] }, nodes } } })
const read = ({ id }: Flow) => ana.api.ask(flowRoutes.read, { params: { id } })
const on = ({ id }: { id: string }) => ({ params: { id } })

describe('a draft that two people edit', () => {
  test('keeps what both did to different steps, and tells each the new revision', async () => {
    const flow = await newFlow()
    assert.equal(flow.revision, 1)
    const first = await ana.api.ask(flowRoutes.update, { ...on(flow), body: { revision: 1, steps: { a: say('A de Ana', 'b') } } })
    const second = await rui.api.ask(flowRoutes.update, {
      ...on(flow),
      body: { revision: 1, steps: { b: say('B de Rui'), c: say('C') }, settings: { start: 'b' } },
    })
    assert.deepEqual([first.revision, second.revision], [2, 3])
    assert.deepEqual([second.definition.start, second.definition.nodes], ['b', { a: say('A de Ana', 'b'), b: say('B de Rui'), c: say('C') }])
    await the.ownersScreen.hear('flow.updated', ({ flowId, revision }) => flowId === flow.id && revision === 3)
  })

  test('names the step that both changed, and changes nothing of it', async () => {
    const flow = await newFlow()
    await ana.api.ask(flowRoutes.update, { ...on(flow), body: { revision: 1, steps: { a: say('A de Ana') }, settings: { onError: 'b' } } })
    const refused = await rui.api.send<{ code: string; errors: { path: string }[] }>('PATCH', `/api/flows/${flow.id}`, {
      revision: 1,
      steps: { a: say('A de Rui'), b: say('B de Rui') },
      settings: { onError: 'a' },
    })
    assert.deepEqual(
      [refused.status, refused.body.code, refused.body.errors.map(({ path }) => path)],
      [409, 'flow.step_changed', ['steps.a', 'settings.onError']],
    )
    assert.deepEqual((await read(flow)).definition.nodes, { a: say('A de Ana'), b: say('B') })
    const again = await rui.api.ask(flowRoutes.update, { ...on(flow), body: { revision: 2, steps: { a: say('A de Rui') } } })
    assert.deepEqual([again.revision, again.definition.nodes.a], [3, say('A de Rui')])
  })

  test('takes a whole definition the same way, and without a revision whatever comes', async () => {
    const flow = await newFlow()
    const { definition } = await ana.api.ask(flowRoutes.update, { ...on(flow), body: { revision: 1, steps: { b: null } } })
    const stale = await rui.api.send<{ code: string }>('PATCH', `/api/flows/${flow.id}`, { revision: 1, definition: flow.definition })
    assert.deepEqual([stale.status, stale.body.code], [409, 'flow.step_changed'])
    const unchanged = await rui.api.ask(flowRoutes.update, { ...on(flow), body: { revision: 1, definition } })
    assert.equal(unchanged.revision, 2)
    const forced = await rui.api.ask(flowRoutes.update, { ...on(flow), body: { definition: flow.definition } })
    assert.deepEqual([forced.revision, Object.keys(forced.definition.nodes)], [3, ['a', 'b']])
  })

  test('refuses what is no change of it', async () => {
    const flow = await newFlow()
    const patch = async (body: unknown) => {
      const { status, body: problem } = await ana.api.send<{ code: string }>('PATCH', `/api/flows/${flow.id}`, body)
      return [status, problem.code]
    }
    assert.deepEqual(await patch({ revision: 9, steps: {} }), [422, 'flow.revision_unknown'])
    assert.deepEqual((await patch({ definition: flow.definition, steps: {} }))[0], 422)
    assert.deepEqual((await patch({ revision: 1, steps: { a: { type: 'message' } } }))[0], 422)
    const many = Object.fromEntries(Array.from({ length: 499 }, (_, at) => [`n${at}`, say('x')]))
    assert.deepEqual(await patch({ revision: 1, steps: many }), [422, 'invalid'])
    assert.equal((await read(flow)).revision, 1)
  })

  test('is not published while something is wrong with it: each fault is told with its step', async () => {
    const nodes: Record<string, FlowNode> = {
      a: say('A', 'nowhere'),
      code: { type: 'input', text: '¿Código?', expect: 'text', pattern: '(', saveAs: 'code', retries: 1, onInvalid: null, skipWords: [], next: null },
    }
    const flow = await newFlow(nodes)
    const refused = await ana.api.refused(422, flowRoutes.publish, { ...on(flow), body: {} })
    assert.equal(refused.code, 'flow.has_errors')
    const told = refused.errors!.map(({ path, code }) => `${path} ${code}`)
    for (const fault of ['definition.nodes.a flow.next_missing', 'definition.nodes.code flow.unreachable', 'definition.nodes.code flow.pattern_invalid'])
      assert.ok(told.includes(fault), `${fault} in ${told.join(', ')}`)
    assert.equal((await read(flow)).published, null)
  })

  test('moves on the canvas with nobody in the way', async () => {
    const flow = await newFlow()
    await ana.api.ask(flowRoutes.update, { ...on(flow), body: { revision: 1, steps: { a: say('otra cosa', 'b') } } })
    const moved = await rui.api.ask(flowRoutes.update, { ...on(flow), body: { revision: 1, positions: { a: { x: 10, y: 20 } } } })
    assert.deepEqual(moved.definition.nodes.a, { ...say('otra cosa', 'b'), position: { x: 10, y: 20 } })
  })

  test('many saves at once are all there afterwards', async () => {
    const flow = await newFlow()
    const saves = Array.from({ length: 12 }, (_, at) =>
      (at % 2 ? ana : rui).api.ask(flowRoutes.update, { ...on(flow), body: { revision: 1, steps: { [`n${at}`]: say(`${at}`) } } }),
    )
    const revisions = (await Promise.all(saves)).map(({ revision }) => revision)
    assert.deepEqual(
      revisions.toSorted((one, other) => one - other),
      Array.from({ length: 12 }, (_, at) => at + 2),
    )
    assert.equal(Object.keys((await read(flow)).definition.nodes).length, 14)
  })
})

describe('versions', () => {
  test('are read by number, compared, and taken back into the draft', async () => {
    const flow = await newFlow()
    const first = await ana.api.ask(flowRoutes.publish, { ...on(flow), body: { note: 'Primera' } })
    assert.deepEqual([first.number, first.note, first.publishedBy?.id, first.peopleInside, first.people], [1, 'Primera', ana.userId, 'stay', 0])
    await ana.api.ask(flowRoutes.update, { ...on(flow), body: { revision: 1, steps: { b: say('B nueva', 'c'), c: say('C') } } })
    const pending = await ana.api.ask(flowRoutes.diff, on(flow))
    assert.deepEqual([pending.added.map(({ id }) => id), pending.removed, pending.changed.map(({ id }) => id)], [['c'], [], ['b']])
    const fields = pending.changed[0]!.fields.toSorted((one, other) => one.path.localeCompare(other.path))
    assert.deepEqual(fields, [
      { path: 'next', before: null, after: 'c' },
      { path: 'text', before: 'B', after: 'B nueva' },
    ])
    const second = await rui.api.ask(flowRoutes.publish, { ...on(flow), body: { people: 'move' } })
    const { items } = await ana.api.ask(flowRoutes.versions, on(flow))
    assert.deepEqual(
      items.map(({ number, peopleInside }) => [number, peopleInside]),
      [
        [2, 'move'],
        [1, 'stay'],
      ],
    )
    assert.deepEqual((await ana.api.ask(flowRoutes.version, { params: { id: flow.id, version: 1 } })).definition, first.definition)
    assert.equal((await ana.api.ask(flowRoutes.version, { params: { id: flow.id, version: second.id } })).number, 2)
    assert.deepEqual(
      (await ana.api.ask(flowRoutes.diff, { ...on(flow), query: { from: 2, to: 1 } })).removed.map(({ id }) => id),
      ['c'],
    )

    const stale = await ana.api.send<{ code: string }>('POST', `/api/flows/${flow.id}/versions/1/restore`, { revision: 1 })
    assert.deepEqual([stale.status, stale.body.code], [409, 'flow.draft_changed'])
    const restored = await ana.api.ask(flowRoutes.restore, { params: { id: flow.id, version: 1 }, body: { revision: 2 } })
    assert.deepEqual([restored.revision, restored.draftOf, restored.definition, restored.published?.number], [3, 1, first.definition, 2])
    assert.equal((await ana.api.send('GET', `/api/flows/${flow.id}/versions/3`)).status, 404)
  })
})

describe('a publish that waits for its time', () => {
  const inAnHour = async () => new Date((await the.clock.now()).getTime() + 3_600_000).toISOString()
  const passAnHour = async () => {
    await the.clock.advance(3_600_000)
    await the.idle()
    await the.signInAgain(ana, rui)
  }

  test('freezes the draft, waits, and publishes what was frozen', async () => {
    const flow = await newFlow()
    const planned = await ana.api.ask(flowRoutes.plan, { ...on(flow), body: { at: await inAnHour(), note: 'A las ocho' } })
    assert.deepEqual([planned.state, planned.note, planned.madeBy.id], ['waiting', 'A las ocho', ana.userId])
    await ana.api.ask(flowRoutes.update, { ...on(flow), body: { revision: 1, steps: { a: say('después') } } })
    assert.equal((await read(flow)).published, null)
    await passAnHour()
    const now = await read(flow)
    assert.deepEqual([now.published?.number, now.published?.note, now.planned, now.draftOf], [1, 'A las ocho', null, 0])
    const live = await ana.api.ask(flowRoutes.version, { params: { id: flow.id, version: 1 } })
    assert.deepEqual(live.definition.nodes.a, say('A', 'b'))
    assert.equal(live.publishedBy?.id, ana.userId)
    await the.chained()
    const { items } = await ana.api.ask(auditRoutes.list, { query: { subjectId: flow.id } })
    assert.ok(items.some(({ action, actor }) => action === 'flow.published' && actor.kind === 'system'))
  })

  test('can be called off, and planned anew', async () => {
    const flow = await newFlow()
    await ana.api.ask(flowRoutes.plan, { ...on(flow), body: { at: await inAnHour() } })
    await rui.api.ask(flowRoutes.plan, { ...on(flow), body: { at: new Date(Date.parse(await inAnHour()) + 86_400_000).toISOString() } })
    await passAnHour()
    assert.deepEqual([(await read(flow)).published, (await read(flow)).planned?.madeBy.id], [null, rui.userId])
    await ana.api.ask(flowRoutes.unplan, on(flow))
    assert.equal((await read(flow)).planned, null)
    assert.equal((await ana.api.send('DELETE', `/api/flows/${flow.id}/planned`)).status, 404)
    const past = await ana.api.send<{ code: string }>('PUT', `/api/flows/${flow.id}/planned`, { at: '2020-01-01T00:00:00Z' })
    assert.deepEqual([past.status, past.body.code], [422, 'flow.planned_in_past'])
  })

  test('tells why it could not be done: errors by their step, another version meanwhile, somebody who may not any more', async () => {
    const broken = await newFlow({ a: say('A', 'nowhere') })
    const passed = await newFlow()
    const orphaned = await newFlow()
    const at = await inAnHour()
    const leaver = await the.addMember(ana.tenantId, 'owner')
    await ana.api.ask(flowRoutes.plan, { ...on(broken), body: { at } })
    await ana.api.ask(flowRoutes.plan, { ...on(passed), body: { at } })
    await leaver.api.ask(flowRoutes.plan, { ...on(orphaned), body: { at } })
    await ana.api.ask(flowRoutes.publish, { ...on(passed), body: {} })
    await ana.api.ask(userRoutes.remove, { params: { id: leaver.userId } })
    await passAnHour()
    const problems = await Promise.all([broken, passed, orphaned].map(async (flow) => (await read(flow)).planned))
    assert.deepEqual(
      problems.map((planned) => [planned?.state, planned?.problem?.code]),
      [
        ['failed', 'flow.has_errors'],
        ['failed', 'flow.published_since'],
        ['failed', 'flow.planner_may_not'],
      ],
    )
    assert.deepEqual(
      problems[0]!.problem!.errors.map(({ path, code }) => [path, code]),
      [['definition.nodes.a', 'flow.next_missing']],
    )
    const { items } = await ana.api.ask(operationRoutes.events, { query: { limit: 200 } })
    assert.equal(items.filter(({ type, payload }) => type === 'flow.publish_failed' && payload.flowId === broken.id).length, 1)
  })
})

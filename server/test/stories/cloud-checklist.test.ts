import assert from 'node:assert/strict'
import { before, beforeEach, describe, test } from 'node:test'
import { channelRoutes, conversationRoutes, type ChannelCheck } from '@chasqui/contracts'
import { noFaults } from '../doubles/graph-api/faults.ts'
import { text } from '../doubles/graph-api/inbound.ts'
import type { GraphApi } from '../doubles/graph-api/server.ts'
import { startBesideGraph } from '../kit/beside-graph.ts'
import type { RunningProduct } from '../kit/product.ts'
import { connectNumber, conversationWith, threadOf, type Number } from '../kit/whatsapp.ts'

/** What Meta tells of a token and a number stands on the channel's checklist, each point with what is wrong and until when it is good. */
let graph: GraphApi
let the: RunningProduct
let number: Number
before(async () => {
  ;({ graph, the } = await startBesideGraph())
})
const sound = {
  number: { quality_rating: 'GREEN', code_verification_status: 'VERIFIED', status: 'CONNECTED', name_status: 'APPROVED' },
  token: { is_valid: true, expires_at: 0, scopes: ['whatsapp_business_management', 'whatsapp_business_messaging'] },
}
beforeEach(async () => {
  Object.assign(graph.faults, noFaults())
  Object.assign(graph.tells, structuredClone(sound))
  await the.signInAgain(the.owner)
  number = await connectNumber(the.url, the.owner.api)
})

const params = () => ({ id: number.channelId })
const byName = (items: ChannelCheck[]) => Object.fromEntries(items.map((one) => [one.check, one]))
const ask = async () => byName((await the.owner.api.ask(channelRoutes.renewChecks, { params: params() })).items)
const state = async () => (await the.owner.api.ask(channelRoutes.read, { params: params() })).state
const brief = (point: ChannelCheck | undefined) => point && [point.result, point.error?.code ?? null]

describe('the checklist of a number', () => {
  test('with a token that never ends and a number in order, all of it passes', async () => {
    const points = await ask()
    for (const check of ['credentials', 'token_life', 'permissions', 'number', 'display_name', 'subscription'])
      assert.deepEqual(brief(points[check]), ['passed', null], check)
    assert.equal(points['token_life']?.until, null)
  })

  test('a token that ends says when, warns two weeks before, and is over when its time has passed', async () => {
    const ends = Math.floor((await the.clock.now()).getTime() / 1000) + 30 * 86_400
    graph.tells.token['expires_at'] = ends
    const told = (await ask())['token_life']
    assert.deepEqual([brief(told), told?.until], [['passed', null], new Date(ends * 1000).toISOString()])
    const life = async () => {
      await the.signInAgain(the.owner)
      return brief(byName((await the.owner.api.ask(channelRoutes.checks, { params: params() })).items)['token_life'])
    }
    await the.clock.advance(17 * 86_400_000)
    assert.deepEqual(await life(), ['warning', null])
    await the.clock.advance(14 * 86_400_000)
    assert.deepEqual(await life(), ['failed', null])
  })

  test('what a token may not do is named, and so is an account that it was not given for', async () => {
    graph.tells.token['scopes'] = ['whatsapp_business_messaging']
    const missing = (await ask())['permissions']
    assert.deepEqual([brief(missing), missing?.error?.title], [['failed', 'whatsapp.permissions_missing'], 'whatsapp_business_management'])
    number = await connectNumber(the.url, the.owner.api)
    Object.assign(graph.tells.token, sound.token, { granular_scopes: [{ scope: 'whatsapp_business_messaging', target_ids: ['999'] }] })
    assert.deepEqual(brief((await ask())['permissions']), ['failed', 'whatsapp.permissions_elsewhere'])
    number = await connectNumber(the.url, the.owner.api)
    Object.assign(graph.tells.token, { granular_scopes: [{ scope: 'whatsapp_business_messaging', target_ids: [number.waba] }] })
    assert.deepEqual(brief((await ask())['permissions']), ['passed', null])
  })

  test('a number that waits, is flagged, restricted or without a name says so', async () => {
    const told = async (status: string, name: string, verified = 'VERIFIED') => {
      number = await connectNumber(the.url, the.owner.api)
      Object.assign(graph.tells.number, { status, name_status: name, code_verification_status: verified })
      const { number: itself, display_name: shown } = await ask()
      return [brief(itself), brief(shown)]
    }
    assert.deepEqual(await told('PENDING', 'PENDING_REVIEW'), [
      ['failed', 'whatsapp.number_pending'],
      ['waiting', 'whatsapp.name_pending'],
    ])
    assert.deepEqual((await told('PENDING', 'NONE', 'NOT_VERIFIED'))[0], ['failed', 'whatsapp.number_unverified'])
    assert.deepEqual(await told('FLAGGED', 'DECLINED'), [
      ['warning', 'whatsapp.number_flagged'],
      ['failed', 'whatsapp.name_declined'],
    ])
    assert.deepEqual(await told('RESTRICTED', 'EXPIRED'), [
      ['failed', 'whatsapp.number_restricted'],
      ['failed', 'whatsapp.name_expired'],
    ])
    assert.deepEqual(await told('SOMETHING_NEW', 'AVAILABLE_WITHOUT_REVIEW'), [
      ['waiting', 'whatsapp.number_unknown'],
      ['passed', null],
    ])
  })

  test('a token that may not be looked into leaves that open, and everything else told', async () => {
    graph.faults.failures.push({ times: 1, edge: 'token', code: 100, details: 'You must provide an app access token' })
    const points = await ask()
    assert.deepEqual(brief(points['token_life']), ['waiting', 'whatsapp.token_untold'])
    assert.deepEqual([points['permissions'], brief(points['number'])], [undefined, ['passed', null]])
  })
})

describe('looking again', () => {
  test('Meta is asked once in five minutes, however often the page is opened', async () => {
    await ask()
    graph.tells.number['status'] = 'FLAGGED'
    assert.deepEqual(brief((await ask())['number']), ['passed', null])
    await the.clock.advance(5 * 60_000)
    assert.deepEqual(brief((await ask())['number']), ['warning', 'whatsapp.number_flagged'])
  })

  test('a number that the token may not read still tells which permission is missing', async () => {
    graph.faults.failures.push({ times: 1, edge: 'number', code: 10, details: 'Permission denied' })
    graph.tells.token['scopes'] = ['whatsapp_business_management']
    const points = await ask()
    assert.deepEqual(brief(points['credentials']), ['failed', 'whatsapp.10'])
    assert.deepEqual(
      [brief(points['permissions']), points['permissions']?.error?.title],
      [['failed', 'whatsapp.permissions_missing'], 'whatsapp_business_messaging'],
    )
    assert.equal(await state(), 'connected', 'it may still send')
  })

  test('a token that died stops the channel before a message is lost on it; what is written waits, and leaves with a new one', async () => {
    const ana = { phone: '5491122339911', name: 'Ana' }
    await number.write(ana, [text(ana, 'hola', { at: await the.clock.now() })])
    await the.idle()
    graph.faults.failures.push({ times: 1, edge: 'number', code: 190, details: 'Session has expired' })
    const points = await ask()
    assert.deepEqual([brief(points['credentials'])?.[0], points['token_life']?.error?.code], ['failed', 'whatsapp.190'])
    assert.equal(await state(), 'paused')
    const { id } = (await conversationWith(the.owner.api, number.channelId, '5491122339911'))!
    const body = { content: { type: 'text' as const, text: 'Ya te atiendo' }, takeFloor: true }
    const message = await the.owner.api.ask(conversationRoutes.send, { params: { id }, body })
    await the.owner.api.ask(channelRoutes.connect, { params: params() })
    await the.until(
      async () => (await threadOf(the.owner.api, id)).some((one) => one.id === message.id && ['sent', 'delivered', 'read'].includes(one.status)),
      'it leaves',
    )
  })

  test('the night looks at every connected number', async () => {
    await ask()
    const ends = Math.floor((await the.clock.now()).getTime() / 1000) + 10 * 86_400
    graph.tells.token['expires_at'] = ends
    await the.clock.advance(25 * 3_600_000)
    await the.until(async () => {
      await the.signInAgain(the.owner)
      return byName((await the.owner.api.ask(channelRoutes.checks, { params: params() })).items)['token_life']?.result === 'warning'
    }, 'the end of the token is told')
  })

  test('who only reads channels does not make Meta be asked', async () => {
    const agent = await the.addMember(the.owner.tenantId, 'agent')
    await agent.api.refused(403, channelRoutes.renewChecks, { params: params() })
  })
})

test('nothing of a token stands in the log of the channel', async () => {
  const secret = 'EAAsecretOfThisNumber'
  number = await connectNumber(the.url, the.owner.api, { accessToken: secret })
  graph.faults.failures.push({ times: 1, edge: 'token', code: 190, details: `Malformed access token ${secret}` })
  await ask()
  const { rows } = await the.admin.query<{ all: string }>('select string_agg(l::text, chr(10)) as all from channels.log l')
  assert.ok(rows[0]!.all.includes('checked') && !rows[0]!.all.includes(secret))
})

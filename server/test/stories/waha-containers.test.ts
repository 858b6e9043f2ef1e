import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { channelRoutes, type Channel } from '@chasqui/contracts'
import { startDocker, type Container, type DockerEngine } from '../doubles/docker/server.ts'
import type { Session } from '../doubles/waha/session.ts'
import { atEnd } from '../kit/cluster.ts'
import { startProduct, type RunningProduct } from '../kit/product.ts'
import { talksOf } from '../kit/telegram.ts'
import { lineIs } from '../kit/whatsapp-web.ts'

let engine: DockerEngine
let the: RunningProduct
before(async () => {
  engine = await startDocker()
  atEnd(engine.close)
  the = await startProduct({ env: { DOCKER_HOST: engine.host, WAHA_IMAGE: 'waha:test', WAHA_PORTS: '24100-24180' } })
})

const labelOf = ({ spec }: Container, name: string) => (spec['Labels'] as Record<string, string>)[`chasqui.${name}`]
const containerOf = ({ id }: Pick<Channel, 'id'>) => [...engine.containers.values()].find((one) => labelOf(one, 'channel') === id)
const shared = () => [...engine.containers.values()].filter((one) => labelOf(one, 'shared') !== undefined)
const add = (hosting: 'container' | 'shared') =>
  the.owner.api.ask(channelRoutes.create, { body: { kind: 'waha', name: `WAHA ${hosting}`, settings: { hosting } } })
const sessionIn = (container: Container | undefined, channel: Channel): Session => container!.waha!.sessions.get(String(channel.settings['session']))!
let numbers = 0
const link = async (channel: Channel, container = () => containerOf(channel)): Promise<Session> => {
  const { qr } = await lineIs(the, channel.id, 'qr')
  const session = sessionIn(container(), channel)
  await session.link(qr, `54911500020${String((numbers += 1)).padStart(2, '0')}`)
  await lineIs(the, channel.id, 'connected')
  return session
}

describe('a session in a container of its own', () => {
  test('is offered where the host runs a Docker Engine, made, linked, heard, restarted with its link, and removed', async () => {
    const kinds = await the.owner.api.ask(channelRoutes.kinds)
    assert.deepEqual(kinds.items.find(({ kind }) => kind === 'waha')?.ways, ['remote', 'container', 'shared'])
    const channel = await add('container')
    const session = await link(channel)
    assert.deepEqual(await session.tell('message.any', session.messageOf('5491122330001', { body: 'hola' })), [200])
    await the.until(async () => (await talksOf(the.owner.api, channel.id)).length === 1, 'it is heard')
    const container = containerOf(channel)!
    const shown = JSON.stringify(await the.owner.api.ask(channelRoutes.read, { params: { id: channel.id } }))
    assert.ok(!shown.includes(container.waha!.apiKey))

    const log = () => the.owner.api.ask(channelRoutes.serverLog, { params: { id: channel.id } })
    container.logs = `begins with ${container.waha!.apiKey}\nlistens\n`
    assert.deepEqual(await log(), { lines: ['begins with ***', 'listens'] })
    const { waha } = container
    await the.owner.api.ask(channelRoutes.restart, { params: { id: channel.id } })
    await the.until(() => container.waha !== waha, 'a person has the container started anew')
    await lineIs(the, channel.id, 'connected')

    await container.waha!.close()
    container.state = 'exited'
    await the.until(() => container.state === ('running' as string), 'it is started again')
    await lineIs(the, channel.id, 'connected')

    await the.owner.api.ask(channelRoutes.remove, { params: { id: channel.id } })
    await the.until(() => containerOf(channel) === undefined && engine.volumes.size === 0 && engine.networks.size === 0, 'nothing of it is left')
  })

  test('comes when the Engine is back', async () => {
    await engine.stop()
    const channel = await add('container')
    assert.equal((await lineIs(the, channel.id, 'reconnecting')).cause, 'docker_unreachable')
    const { code } = await the.owner.api.refused(503, channelRoutes.serverLog, { params: { id: channel.id } })
    assert.equal(code, 'channel.server_log_unavailable')
    await engine.begin()
    await link(channel)
  })

  test('stays in its container: how it is hosted cannot be changed', async () => {
    const channel = await add('container')
    const body = { settings: { hosting: 'shared' } }
    assert.equal((await the.owner.api.refused(422, channelRoutes.update, { params: { id: channel.id }, body })).code, 'channel.setting_fixed')
  })
})

describe('sessions that share a container', () => {
  test('are told apart, and the container goes with the last of them', async () => {
    const [one, two] = [await add('shared'), await add('shared')]
    await link(one, () => shared()[0])
    await link(two, () => shared()[0])
    assert.equal(shared().length, 1)
    await the.owner.api.ask(channelRoutes.remove, { params: { id: one.id } })
    await the.until(() => shared()[0]!.waha!.sessions.size === 1, 'its session is gone')
    await lineIs(the, two.id, 'connected')
    await the.owner.api.ask(channelRoutes.remove, { params: { id: two.id } })
    await the.until(() => shared().length === 0, 'the container is gone')
  })
})

describe('an installation that has no Engine', () => {
  test('neither offers nor makes containers', async () => {
    const other = await startProduct()
    const kinds = await other.owner.api.ask(channelRoutes.kinds)
    assert.deepEqual(kinds.items.find(({ kind }) => kind === 'waha')?.ways, ['remote'])
    const body = { kind: 'waha' as const, name: 'WAHA', settings: { hosting: 'container' } }
    await other.owner.api.refused(422, channelRoutes.create, { body })
  })
})

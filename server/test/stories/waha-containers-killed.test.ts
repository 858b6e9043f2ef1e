import assert from 'node:assert/strict'
import { test } from 'node:test'
import { channelRoutes } from '@chasqui/contracts'
import { startDocker, type Container } from '../doubles/docker/server.ts'
import { atEnd } from '../kit/cluster.ts'
import { startMortal } from '../kit/killed.ts'
import { lineIs } from '../kit/whatsapp-web.ts'

const labelsOf = ({ spec }: Container) => spec['Labels'] as Record<string, string>

test('killed when a container was made and nobody knew yet, the next life goes on with it, takes up what runs and removes what nobody wants', async () => {
  const engine = await startDocker()
  atEnd(engine.close)
  const { the, livesAfter } = await startMortal({ DOCKER_HOST: engine.host, WAHA_IMAGE: 'waha:test', WAHA_PORTS: '24300-24380' })
  const containersOf = (id: string) => [...engine.containers.values()].filter((one) => labelsOf(one)['chasqui.channel'] === id)
  const add = (name: string) => the.owner.api.ask(channelRoutes.create, { body: { kind: 'waha', name, settings: { hosting: 'container' } } })

  const runs = await add('Corre')
  const { qr } = await lineIs(the, runs.id, 'qr')
  const [running] = containersOf(runs.id)
  await running!.waha!.sessions.get(String(runs.settings['session']))!.link(qr, '5491150004001')
  await lineIs(the, runs.id, 'connected')
  // A container of this installation whose channel is gone, as a removal leaves it that the Engine never heard of.
  const spec = { ...running!.spec, Labels: { ...labelsOf(running!), 'chasqui.channel': '01900000-0000-7000-8000-00000000dead' } }
  engine.containers.set('0rphan', { ...running!, id: '0rphan', name: 'orphan', spec, waha: null, state: 'exited' })

  await engine.stop()
  const begun = await add('Empieza')
  const lives = await livesAfter()
  await engine.begin()
  await lives.endAs(async () => containersOf(begun.id).length > 0, 'its container was made')
  const after = await lives.goOn()

  await lineIs(after, begun.id, 'qr')
  assert.equal(containersOf(begun.id).length, 1)
  await lineIs(after, runs.id, 'connected')
  assert.deepEqual(containersOf(runs.id), [running])
  await after.until(() => !engine.containers.has('0rphan'), 'the orphan is gone')
})

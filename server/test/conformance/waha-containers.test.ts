import assert from 'node:assert/strict'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { after, before, beforeEach, describe, test } from 'node:test'
import { createContainers, type Owner } from '../../src/adapters/channels/waha/containers/containers.ts'
import { openDocker, type Docker } from '../../src/adapters/channels/waha/containers/docker.ts'
import { portIn, startDocker, type DockerEngine } from '../doubles/docker/server.ts'

/** Ports of this file that nobody else on the machine has at the moment. */
const freePorts = async (count: number): Promise<{ first: number; last: number }> => {
  const probe = createServer()
  await new Promise<void>((ready) => void probe.listen(0, '127.0.0.1', ready))
  const first = Math.min((probe.address() as AddressInfo).port, 65_000 - count)
  await new Promise((done) => probe.close(done))
  return { first, last: first + count - 1 }
}

let engine: DockerEngine
let docker: Docker
let ports: { first: number; last: number }
const owner = (channelId: string, more: Partial<Owner> = {}): Owner => ({ tenantId: 'tenant-1', channelId, shared: false, ...more })
const made = (more: { image?: string; ports?: typeof ports; installation?: string } = {}) =>
  createContainers({
    docker,
    installation: more.installation ?? 'one',
    settings: { image: more.image ?? 'waha:test', address: '127.0.0.1', ports: more.ports ?? ports, memoryMegabytes: 256 },
  })

/** Asked again until it runs or never will, as whoever listens does. */
const ensured = async (containers: ReturnType<typeof made>, of: Owner, patience = 12) => {
  for (let turn = 1; ; turn += 1) {
    const now = await containers.ensure(of)
    if (now.is !== 'away' || turn === patience) return now
  }
}
const listed = () => [...engine.containers.values()]

before(async () => {
  engine = await startDocker()
  docker = openDocker(engine.host)
  ports = await freePorts(30)
})
beforeEach(async () => {
  for (const { waha } of engine.containers.values()) await waha?.close()
  engine.containers.clear()
  engine.networks.clear()
  engine.volumes.clear()
  engine.onAnswer = () => {}
})
after(async () => {
  await docker.close()
  await engine.close()
})

describe('containers of WAHA', () => {
  test('have a network, a volume, a port, limits and labels of their own, and a key that only the Engine keeps', async () => {
    const [one, two] = [await ensured(made(), owner('a')), await ensured(made(), owner('b'))]
    assert.ok(one.is === 'running' && two.is === 'running')
    assert.notEqual(one.server.apiKey, two.server.apiKey)
    assert.notEqual(one.server.baseUrl, two.server.baseUrl)
    assert.deepEqual([engine.networks.size, engine.volumes.size], [2, 2])
    const [first] = listed()
    const host = first!.spec['HostConfig'] as Record<string, unknown>
    assert.deepEqual([host['Memory'], host['PidsLimit'], host['RestartPolicy']], [256 * 1024 * 1024, 512, { Name: 'unless-stopped' }])
    assert.deepEqual(host['PortBindings'], { '3000/tcp': [{ HostIp: '127.0.0.1', HostPort: String(portIn(first!)) }] })
    assert.deepEqual(first!.spec['Labels'], { 'chasqui.installation': 'one', 'chasqui.tenant': 'tenant-1', 'chasqui.channel': 'a' })
    const answer = await fetch(`${one.server.baseUrl}/api/server/version`, { headers: { 'x-api-key': one.server.apiKey } })
    assert.equal(answer.status, 200)
  })

  test('are one for all channels of an organisation that share one', async () => {
    const containers = made()
    const [one, two] = [await ensured(containers, owner('a', { shared: true })), await ensured(containers, owner('b', { shared: true }))]
    assert.deepEqual(one, two)
    const other = await ensured(containers, owner('c', { shared: true, tenantId: 'tenant-2' }))
    assert.notDeepEqual(one, other)
    assert.equal(engine.containers.size, 2)
  })

  test('take the next name when theirs is taken', async () => {
    await ensured(made(), owner('a'))
    const [{ id, name, spec }] = listed() as [ReturnType<typeof listed>[0]]
    await made().remove(owner('a'))
    engine.containers.set(id, { id, name, spec: { ...spec, Labels: {} }, state: 'exited', created: 1, waha: null, logs: '' })
    assert.equal((await ensured(made(), owner('a'))).is, 'running')
    assert.ok(listed().some((one) => one.name === `${name}-2` && one.state === 'running'))
  })

  test('take the next port when theirs is taken, and say so when all are', async () => {
    const few = await freePorts(6)
    const taken: Server[] = []
    const take = async (port: number): Promise<void> => {
      const server = createServer()
      await new Promise<void>((ready) => void server.listen(port, '127.0.0.1', ready))
      taken.push(server)
    }
    for (let port = few.first; port < few.last; port += 1) await take(port)
    const running = await ensured(made({ ports: few }), owner('a'))
    assert.ok(running.is === 'running')
    assert.equal(running.server.baseUrl, `http://127.0.0.1:${few.last}`)
    assert.equal(engine.containers.size, 1)
    const all = { first: few.last, last: few.last }
    const none = await ensured(made({ ports: all }), owner('b'))
    assert.deepEqual([none.is, none.is === 'over' && none.cause], ['over', 'no_free_port'])
    for (const server of taken) server.close()
  })

  test('are one, whichever answer of the Engine was lost', async () => {
    for (let lost = 1; lost <= 9; lost += 1) {
      let calls = 0
      engine.onAnswer = () => {
        calls += 1
        if (calls === lost) throw new Error('lost')
      }
      assert.ok((await ensured(made(), owner(`a${lost}`), 3)).is !== 'over', `${lost}`)
      engine.onAnswer = () => {}
      assert.equal((await ensured(made(), owner(`a${lost}`))).is, 'running')
      const own = listed().filter(({ spec }) => (spec['Labels'] as Record<string, string>)['chasqui.channel'] === `a${lost}`)
      assert.equal(own.length, 1, `answer ${lost}`)
    }
    assert.equal(engine.networks.size, 9)
  })

  test('wait for an Engine that is away, and for an image that is not there', async () => {
    await engine.stop()
    const away = await made().ensure(owner('a'))
    assert.deepEqual([away.is, away.is === 'away' && away.cause], ['away', 'docker_unreachable'])
    await engine.begin()
    assert.equal((await ensured(made(), owner('a'))).is, 'running')
    const loading = await made({ image: 'waha:newer' }).ensure(owner('b'))
    assert.deepEqual([loading.is, loading.is === 'away' && loading.cause], ['away', 'image_loading'])
    assert.equal((await ensured(made({ image: 'waha:newer' }), owner('b'), 100)).is, 'running')
    const containers = made({ image: 'missing:1' })
    const missing = await ensured(containers, owner('c'), 100)
    assert.deepEqual([missing.is, missing.is === 'over' && missing.cause], ['over', 'image_missing'])
  })

  test('are made anew on the same volume for another image', async () => {
    await ensured(made(), owner('a'))
    const before = [...engine.volumes.keys()]
    engine.images.add('waha:next')
    assert.equal((await ensured(made({ image: 'waha:next' }), owner('a'))).is, 'running')
    assert.deepEqual([listed().map(({ spec }) => spec['Image']), [...engine.volumes.keys()]], [['waha:next'], before])
  })

  test('whose network was tidied away while they stood still are made anew on the same volume', async () => {
    await ensured(made(), owner('a'))
    const before = [...engine.volumes.keys()]
    const [container] = listed()
    await container!.waha!.close()
    container!.state = 'exited'
    engine.networks.clear()
    assert.equal((await ensured(made(), owner('a'))).is, 'running')
    assert.deepEqual([engine.containers.size, engine.networks.size, [...engine.volumes.keys()]], [1, 1, before])
  })

  test('tell the last lines of one that ends again and again', async () => {
    await ensured(made(), owner('a'))
    Object.assign(listed()[0]!, { state: 'restarting', logs: `${'x'.repeat(50)} out of memory` })
    const failed = await made().ensure(owner('a'))
    assert.ok(failed.is === 'away' && failed.cause === 'container_failed')
    assert.match(failed.detail ?? '', /out of memory$/)
  })

  test('without a channel are removed, the others and those of other installations stay', async () => {
    await ensured(made(), owner('stays'))
    await ensured(made(), owner('gone'))
    await ensured(made({ installation: 'two' }), owner('gone'))
    const removed = await made().sweep(
      async () =>
        ({ channelId }) =>
          channelId === 'stays',
    )
    assert.equal(removed, 1)
    const left = listed().map(({ spec }) => (spec['Labels'] as Record<string, string>)['chasqui.channel'])
    assert.deepEqual(left.toSorted(), ['gone', 'stays'])
    assert.deepEqual([engine.networks.size, engine.volumes.size], [2, 2])
  })
})

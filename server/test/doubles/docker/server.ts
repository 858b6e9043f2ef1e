import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTcpServer, type AddressInfo, type Server } from 'node:net'
import { json } from 'node:stream/consumers'
import { startWaha, type WahaServer } from '../waha/server.ts'

type Shape = Record<string, unknown>
type State = 'created' | 'running' | 'exited' | 'restarting'
export type Container = { id: string; name: string; spec: Shape; state: State; created: number; waha: WahaServer | null; logs: string }

export type DockerEngine = {
  /** For `DOCKER_HOST`. */
  host: string
  containers: Map<string, Container>
  networks: Set<string>
  /** Volumes, each with the sessions that a WAHA keeps there. */
  volumes: Map<string, WahaServer['sessions']>
  images: Set<string>
  pulled: string[]
  /** Called before an answer leaves; one that throws loses the answer, as when somebody is killed meanwhile. */
  onAnswer: (call: string) => void
  stop(): Promise<void>
  begin(): Promise<void>
  close(): Promise<void>
}

/** What a container says of itself. */
export const portIn = ({ spec }: Container): number => {
  const bindings = (spec['HostConfig'] as Shape)['PortBindings'] as Record<string, { HostPort: string }[]>
  return Number(bindings['3000/tcp']![0]!.HostPort)
}
const envIn = ({ spec }: Container, name: string): string => (spec['Env'] as string[]).find((line) => line.startsWith(`${name}=`))?.slice(name.length + 1) ?? ''

/** A stand-in of the Docker Engine over real HTTP, which starts a WAHA of its own for each container, on the port that the container opens. */
export const startDocker = async ({ images = ['waha:test'] } = {}): Promise<DockerEngine> => {
  let server: Server | null = null
  let port = 0
  const engine: DockerEngine = {
    host: '',
    containers: new Map(),
    networks: new Set(),
    volumes: new Map(),
    images: new Set(images),
    pulled: [],
    onAnswer: () => {},
    begin: async () => {
      server = createServer((request, response) => void serve(engine, request, response))
      await new Promise<void>((ready) => void server!.listen(port, '127.0.0.1', ready))
      port = (server.address() as AddressInfo).port
    },
    stop: async () => {
      const ended = server as ReturnType<typeof createServer> | null
      if (!ended) return
      server = null
      await new Promise<void>((done) => {
        ended.close(() => done())
        ended.closeAllConnections()
      })
    },
    close: async () => {
      await engine.stop()
      for (const container of engine.containers.values()) await container.waha?.close()
    },
  }
  await engine.begin()
  engine.host = `tcp://127.0.0.1:${port}`
  return engine
}

/** Whether something on this machine has a port already. */
const isTaken = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createTcpServer()
    probe.once('error', () => resolve(true))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(false)))
  })

type Answer = { status: number; body?: unknown }

const serve = async (engine: DockerEngine, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://docker')
  const call = `${request.method} ${pathname}`
  try {
    const body = request.headers['content-type'] === 'application/json' ? ((await json(request)) as Shape) : {}
    const { status, body: said } = await answerTo(engine, { call, query: searchParams, body })
    try {
      engine.onAnswer(call)
    } catch {
      return void request.socket.destroy()
    }
    if (Buffer.isBuffer(said)) return void response.writeHead(status, { 'content-type': 'application/vnd.docker.raw-stream' }).end(said)
    response.writeHead(status, { 'content-type': 'application/json' }).end(said === undefined ? '' : JSON.stringify(said))
  } catch (error) {
    response.writeHead(500, { 'content-type': 'application/json' }).end(JSON.stringify({ message: (error as Error).message }))
  }
}

const absent = (what: string): Answer => ({ status: 404, body: { message: `No such ${what}` } })

const answerTo = async (engine: DockerEngine, { call, query, body }: { call: string; query: URLSearchParams; body: Shape }): Promise<Answer> => {
  const [, id = '', act = ''] = /^\w+ \/containers\/(\w+)(?:\/(\w+))?$/.exec(call) ?? []
  switch (call) {
    case 'GET /containers/json':
      return { status: 200, body: listed(engine, query) }
    case 'POST /containers/create':
      return create(engine, query.get('name')!, body)
    case 'POST /networks/create':
      engine.networks.add(String(body['Name']))
      return { status: 201, body: { Id: randomBytes(8).toString('hex') } }
    case 'POST /images/create':
      engine.pulled.push(query.get('fromImage')!)
      if (query.get('fromImage')!.startsWith('missing')) return { status: 404, body: { message: 'pull access denied' } }
      engine.images.add(query.get('fromImage')!)
      return { status: 200, body: { status: 'Download complete' } }
  }
  const [, verb, kind, name = ''] = /^(GET|DELETE) \/(networks|volumes)\/([\w-]+)$/.exec(call) ?? []
  if (kind === 'networks')
    return verb === 'GET' ? (engine.networks.has(name) ? { status: 200, body: { Name: name } } : absent('network')) : gone(engine.networks.delete(name))
  if (kind === 'volumes') return gone(engine.volumes.delete(name))
  const container = engine.containers.get(id)
  if (!container) return absent('container')
  if (call.startsWith('DELETE')) return remove(engine, container)
  switch (act) {
    case 'json':
      return { status: 200, body: { Id: id, State: { Status: container.state }, Config: { Env: container.spec['Env'], Labels: container.spec['Labels'] }, HostConfig: container.spec['HostConfig'] } } // prettier-ignore
    case 'start':
      return start(engine, container)
    case 'restart':
      await container.waha?.close()
      container.state = 'exited'
      return start(engine, container)
    case 'logs': {
      const line = Buffer.from(container.logs)
      const head = Buffer.from([1, 0, 0, 0, 0, 0, 0, line.length])
      return { status: 200, body: Buffer.concat([head, line]) }
    }
    default:
      return absent('page')
  }
}

const gone = (was: boolean): Answer => (was ? { status: 204 } : absent('thing'))

const listed = (engine: DockerEngine, query: URLSearchParams): unknown => {
  const { label = [] } = JSON.parse(query.get('filters') ?? '{}') as { label?: string[] }
  return [...engine.containers.values()]
    .filter(({ spec }) => label.every((one) => (spec['Labels'] as Record<string, string>)[one.split('=')[0]!] === one.slice(one.indexOf('=') + 1)))
    .map((container) => ({
      Id: container.id,
      Names: [`/${container.name}`],
      Image: container.spec['Image'],
      State: container.state,
      Created: container.created,
      Labels: container.spec['Labels'],
      Ports: container.state === 'running' ? [{ PrivatePort: 3000, PublicPort: portIn(container), Type: 'tcp' }] : [],
    }))
}

const networkOf = (spec: Shape): string => String((spec['HostConfig'] as Shape)['NetworkMode'])

const create = (engine: DockerEngine, name: string, spec: Shape): Answer => {
  if (!engine.images.has(String(spec['Image']))) return absent(`image: ${String(spec['Image'])}`)
  if ([...engine.containers.values()].some((one) => one.name === name))
    return { status: 409, body: { message: `Conflict. The container name "/${name}" is already in use` } }
  if (!engine.networks.has(networkOf(spec))) return absent('network')
  const id = randomBytes(16).toString('hex')
  engine.containers.set(id, { id, name, spec, state: 'created', created: Math.floor(Date.now() / 1000), waha: null, logs: '' })
  return { status: 201, body: { Id: id, Warnings: [] } }
}

const mountOf = ({ spec }: Container): string => ((spec['HostConfig'] as Shape)['Mounts'] as { Source: string }[])[0]!.Source

const volumeOf = (engine: DockerEngine, container: Container): WahaServer['sessions'] => engine.volumes.get(mountOf(container)) ?? new Map()

const start = async (engine: DockerEngine, container: Container): Promise<Answer> => {
  if (container.state === 'running') return { status: 304 }
  const network = networkOf(container.spec)
  if (!engine.networks.has(network)) return { status: 404, body: { message: `failed to set up container networking: network ${network} not found` } }
  const port = portIn(container)
  if (await isTaken(port)) return { status: 500, body: { message: `driver failed programming external connectivity: Bind for 127.0.0.1:${port} failed: port is already allocated` } } // prettier-ignore
  container.waha = await startWaha({ apiKey: envIn(container, 'WAHA_API_KEY'), port })
  // What was linked is in the volume and begins again with the container.
  for (const [name, { config, me }] of volumeOf(engine, container)) {
    const session = container.waha.add(name, config)
    session.me = me
    session.start()
  }
  engine.volumes.set(mountOf(container), container.waha.sessions)
  container.state = 'running'
  return { status: 204 }
}

const remove = async (engine: DockerEngine, container: Container): Promise<Answer> => {
  await container.waha?.close()
  engine.containers.delete(container.id)
  return { status: 204 }
}

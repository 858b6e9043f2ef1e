import { createHash, randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { isRecord, list, record, text, type Json } from '#platform/foreign-json/loose-json'
import type { Docker, DockerAnswer, DockerCall } from './docker.ts'
import { logLines } from './log-lines.ts'
import { filtersOf, installationLabel, labelsOf, listedIn, nameOf, type Listed, type Owner } from './labels.ts'
import { apiKeyIn, containerSpec, innerPort, type ContainerSettings } from './spec.ts'

export type { Owner } from './labels.ts'
export type Server = { baseUrl: string; apiKey: string }
/** `away`: it may pass, or is being worked on. `over`: not before the host acts. */
export type Ensured = { is: 'running'; server: Server } | { is: 'away' | 'over'; cause: string; title: string; detail?: string }

/** The Engine refused, or does not answer: whoever does durable work tries again. */
class DockerTrouble extends Error {}

const NAMES_TRIED = 20
const PULL_MS = 15 * 60_000
/** Lines of a log that a cause is told by, and that people are shown. */
const LOG_LINES = 30
const LOG_LINES_SHOWN = 200
/** ms that what was looked up is believed; a server that does not answer is looked up anew. */
const BELIEVED_MS = 30_000

const away = (cause: string, title: string): Ensured => ({ is: 'away', cause, title })
const over = (cause: string, title: string, detail?: string): Ensured => ({ is: 'over', cause, title, ...(detail && { detail }) })
const unreachable = away('docker_unreachable', 'The Docker Engine does not answer')

/** The Engine says that a port is in use on the machine in several ways. */
const isPortTaken = ({ text: said }: Extract<DockerAnswer, { result: 'answer' }>): boolean =>
  /port is already allocated|address already in use|ports are not available/i.test(said)

/** Whoever tidies up an Engine takes networks that no running container uses; one that stood meanwhile starts in none that is made later under the same name. */
const isNetworkGone = ({ status, text: said }: Extract<DockerAnswer, { result: 'answer' }>): boolean => status === 404 && /network/i.test(said)

/**
 * Containers of WAHA through the Docker Engine, found again by their labels and never by what a process remembers: whoever is killed between any two calls, or comes later on another
 * node, comes to the same. The Engine keeps the key and the port of each.
 */
export const createContainers = ({ docker, installation, settings }: { docker: Docker; installation: string; settings: ContainerSettings }) => {
  const servers = new LRUCache<string, Server>({ max: 5000, ttl: BELIEVED_MS })
  let pulling: 'loading' | 'failed' | null = null

  /** Rejects when the Engine is away. */
  const ask = async (call: DockerCall): Promise<Extract<DockerAnswer, { result: 'answer' }>> => {
    const answer = await docker.call(call)
    if (answer.result === 'away') throw new DockerTrouble(answer.reason)
    return answer
  }
  const must = async (call: DockerCall, ...fine: number[]): Promise<void> => {
    const { status, text: said } = await ask(call)
    if (status >= 300 && !fine.includes(status)) throw new DockerTrouble(`${status} ${said.slice(0, 200)}`)
  }
  const containers = async (labels: Record<string, string>): Promise<Listed[]> => {
    const { status, body } = await ask({ method: 'GET', path: '/containers/json', query: { all: '1', filters: filtersOf(labels) } })
    if (status !== 200 || !Array.isArray(body)) throw new DockerTrouble(`${status} for the list of containers`)
    return body.filter(isRecord).map(listedIn).toSorted((a, b) => a.created - b.created) // prettier-ignore
  }
  const removeContainer = (id: string): Promise<void> => must({ method: 'DELETE', path: `/containers/${id}`, query: { force: '1' } }, 404, 409)

  /** The container of an owner. Of several, which a lost answer can have made, the oldest stays. */
  const find = async (owner: Owner): Promise<Listed | null> => {
    const [first, ...others] = await containers(labelsOf(installation, owner))
    for (const other of others) await removeContainer(other.id)
    return first ?? null
  }
  const inspect = async (id: string): Promise<Json> => record((await ask({ method: 'GET', path: `/containers/${id}/json` })).body)
  const portOf = (inspected: Json): number => {
    const [binding] = list(record(record(inspected['HostConfig'])['PortBindings'])[innerPort])
    return Number(record(binding)['HostPort']) || 0
  }
  const serverIn = (inspected: Json): Server => ({
    baseUrl: `http://${settings.address.includes(':') ? `[${settings.address}]` : settings.address}:${portOf(inspected)}`,
    apiKey: apiKeyIn(list(record(inspected['Config'])['Env']).map(text)),
  })

  /** The first port that none of our containers has, beginning behind `after`, or at one of the owner's own; null when all are taken. */
  const freePort = async (owner: Owner, after: number | null): Promise<number | null> => {
    const { first, last } = settings.ports
    const count = last - first + 1
    const own = createHash('sha256').update(owner.shared ? owner.tenantId : owner.channelId).digest().readUInt32BE() % count // prettier-ignore
    const start = after === null ? own : after - first + 1
    const ours = await containers({ [installationLabel]: installation })
    const taken = new Set<number>()
    for (const { id, port } of ours) taken.add(port ?? portOf(await inspect(id)))
    for (let step = 0; step < count; step += 1) {
      const port = first + ((start + step) % count)
      if (!taken.has(port) && port !== after) return port
    }
    return null
  }

  /** Loads the image, beside what else is done: that takes minutes. */
  const pull = async (): Promise<void> => {
    pulling = 'loading'
    // Without a tag the Engine would load all that there are.
    const isTagged = settings.image.lastIndexOf(':') > settings.image.lastIndexOf('/')
    const fromImage = isTagged ? settings.image : `${settings.image}:latest`
    const answer = await docker.call({ method: 'POST', path: '/images/create', query: { fromImage }, timeoutMs: PULL_MS })
    pulling = answer.result === 'answer' && answer.status < 300 && !answer.text.includes('"error"') ? null : 'failed'
  }
  const withoutImage = (): Ensured => {
    if (pulling === 'failed') {
      // The next time that somebody asks it is tried again.
      pulling = null
      return over('image_missing', 'The image of WAHA is not there and could not be loaded', settings.image)
    }
    if (pulling === null) void pull()
    return away('image_loading', 'The image of WAHA is being loaded')
  }

  /** Makes a container of the next free name and port. */
  const create = async (owner: Owner, after: number | null): Promise<Ensured | null> => {
    const [name, labels] = [nameOf(installation, owner), labelsOf(installation, owner)]
    const port = await freePort(owner, after)
    if (port === null) return over('no_free_port', 'All ports that containers may have are taken')
    const network = await ask({ method: 'GET', path: `/networks/${name}` })
    if (network.status === 404) await must({ method: 'POST', path: '/networks/create', body: { Name: name, Driver: 'bridge', Labels: labels } }, 409)
    const spec = containerSpec({ name, port, apiKey: randomBytes(24).toString('hex'), labels, settings })
    for (let turn = 1; turn <= NAMES_TRIED; turn += 1) {
      const made = await ask({ method: 'POST', path: '/containers/create', query: { name: turn === 1 ? name : `${name}-${turn}` }, body: spec })
      if (made.status < 300) return null
      if (made.status === 404) return withoutImage()
      if (made.status !== 409) return over('container_refused', 'The Docker Engine refused the container', made.text.slice(0, 300))
    }
    return over('container_refused', 'All names for the container are taken')
  }

  /** The last lines that a container wrote. */
  const lastLines = async (id: string, most: number): Promise<string[]> => {
    const { status, bytes } = await ask({ method: 'GET', path: `/containers/${id}/logs`, query: { stdout: '1', stderr: '1', tail: String(most) } })
    return status === 200 ? logLines(bytes, most) : []
  }

  const start = async (owner: Owner, found: Listed): Promise<Ensured> => {
    const started = await ask({ method: 'POST', path: `/containers/${found.id}/start` })
    if (started.status >= 500 && isPortTaken(started)) {
      const port = portOf(await inspect(found.id))
      await removeContainer(found.id)
      return (await create(owner, port)) ?? away('container_starting', 'The container takes another port')
    }
    if (isNetworkGone(started)) {
      // The volume stays, and with it the link.
      await removeContainer(found.id)
      return (await create(owner, null)) ?? away('container_starting', 'The container was made anew')
    }
    if (started.status >= 300 && started.status !== 304 && started.status !== 404)
      return over('container_refused', 'The Docker Engine did not start the container', started.text.slice(0, 300))
    return away('container_starting', 'The container starts')
  }

  const converge = async (owner: Owner, signal?: AbortSignal): Promise<Ensured> => {
    const found = await find(owner)
    // Whoever is told to end meanwhile must not make again what is being removed.
    if (signal?.aborted) return away('container_starting', 'Nobody wants the container any more')
    if (found === null) return (await create(owner, null)) ?? away('container_starting', 'The container was made')
    if (found.image !== settings.image && !found.image.startsWith('sha256:')) {
      // Another image was set: the volume stays, and with it the link.
      await removeContainer(found.id)
      return (await create(owner, null)) ?? away('container_starting', 'The container was made anew')
    }
    switch (found.state) {
      case 'running': {
        const server = serverIn(await inspect(found.id))
        servers.set(nameOf(installation, owner), server)
        return { is: 'running', server }
      }
      case 'created':
      case 'exited':
        return start(owner, found)
      case 'restarting':
        return {
          is: 'away',
          cause: 'container_failed',
          title: 'The container ends again and again',
          detail: (await lastLines(found.id, LOG_LINES)).join('\n').slice(-480),
        }
      case 'paused':
        await must({ method: 'POST', path: `/containers/${found.id}/unpause` }, 404, 409)
        return away('container_starting', 'The container starts')
      case 'dead':
        await removeContainer(found.id)
        return away('container_starting', 'The container is made anew')
      default:
        return away('container_starting', 'The container is worked on')
    }
  }

  /** Container, network and volume go, and with them what links the device. */
  const remove = async (owner: Owner): Promise<void> => {
    const name = nameOf(installation, owner)
    servers.delete(name)
    for (const { id } of await containers(labelsOf(installation, owner))) await removeContainer(id)
    await must({ method: 'DELETE', path: `/networks/${name}` }, 404)
    await must({ method: 'DELETE', path: `/volumes/${name}` }, 404)
  }

  return {
    /** Brings the container of an owner to where it has to be, one step at a time; asked again until it runs. Makes none any more once `signal` is aborted. */
    ensure: async (owner: Owner, signal?: AbortSignal): Promise<Ensured> => {
      try {
        return await converge(owner, signal)
      } catch (error) {
        if (error instanceof DockerTrouble) return unreachable
        throw error
      }
    },
    /** Where the container of an owner is found; null while it does not run, or nobody can say. */
    serverOf: async (owner: Owner): Promise<Server | null> => {
      const known = servers.get(nameOf(installation, owner))
      if (known) return known
      try {
        const found = await find(owner)
        if (found?.state !== 'running') return null
        const server = serverIn(await inspect(found.id))
        servers.set(nameOf(installation, owner), server)
        return server
      } catch (error) {
        if (error instanceof DockerTrouble) return null
        throw error
      }
    },
    /** A container that runs and does not answer is started anew. */
    restart: async (owner: Owner): Promise<void> => {
      servers.delete(nameOf(installation, owner))
      const found = await find(owner)
      if (found) await must({ method: 'POST', path: `/containers/${found.id}/restart`, query: { t: '10' } }, 404)
    },
    /** The last lines that the container of an owner wrote, its key left out; null while there is none. Rejects when the Engine does not answer. */
    log: async (owner: Owner): Promise<string[] | null> => {
      const found = await find(owner)
      if (found === null) return null
      const { apiKey } = serverIn(await inspect(found.id))
      return (await lastLines(found.id, LOG_LINES_SHOWN)).map((line) => (apiKey === '' ? line : line.replaceAll(apiKey, '***')))
    },
    remove,
    /** Removes containers of this installation whose owner `isWanted` does not know; answers how many. What is wanted stays and is found by its labels. */
    sweep: async (wantedNow: () => Promise<(owner: Owner) => boolean>): Promise<number> => {
      // The containers first: whose channel is made meanwhile is not among them.
      const ours = await containers({ [installationLabel]: installation })
      const isWanted = await wantedNow()
      const orphans = ours.filter(({ owner }) => owner !== null && !isWanted(owner))
      for (const { owner } of orphans) await remove(owner!)
      return orphans.length
    },
  }
}
export type Containers = ReturnType<typeof createContainers>

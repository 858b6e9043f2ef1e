import pg from 'pg'
import type { Answer, ChannelKind, FileRef, MessageContent, OutboundContent, RouteContract } from '@chasqui/contracts'
import type { Happening } from '#channels'
import { testClock } from '#platform/clock'
import { migrate } from '#platform/database/migrate'
import { openDatabase, type Database } from '#platform/database/open'
import { ensureRoles } from '#platform/database/roles'
import { createHints } from '#platform/events/hints'
import { absent } from '#platform/failure'
import type { Http } from '#platform/http/server'
import { newId } from '#platform/ids'
import { claimLanes, releaseLanes } from '#platform/lanes/claim'
import { createSimulator, type SimulatorPorts } from '#simulator'
import { simulator } from '../src/adapters/channels/simulator/index.ts'
import type { SimulatorSettings } from '../src/adapters/channels/simulator/settings.ts'
import { startTestDatabase } from './kit/test-database.ts'

const installationSecret = 'a secret of the test installation'

/** A migrated database with a clock of its own. */
export const openTestDatabase = async () => {
  const cluster = await startTestDatabase()
  const admin = new pg.Client({ connectionString: cluster.adminUrl })
  try {
    await admin.connect()
    await ensureRoles(admin, installationSecret)
    await migrate(cluster.adminUrl)
  } catch (error) {
    await admin.end()
    await cluster.stop()
    throw error
  }
  const clock = testClock(new Date('2026-03-02T12:00:00Z'))
  const database = await openDatabase({
    adminUrl: cluster.adminUrl,
    connections: 16,
    secret: installationSecret,
    ports: { now: clock.now, hints: createHints() },
  })
  const stop = async () => {
    await database.close()
    await admin.end()
    await cluster.stop()
  }
  return { admin, clock, database, stop }
}

type Input = { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown }

/** Calls routes as the HTTP layer does: input and answer fitted to the contract, one transaction for a member's route. */
const routeTable = (database: Database) => {
  const handlers = new Map<string, (call: unknown) => unknown>()
  const http = { route: (contract: RouteContract, handle: unknown) => void handlers.set(contract.id, handle as (call: unknown) => unknown) } as unknown as Http
  const call = async <C extends RouteContract>(contract: C, tenantId: string, { params = {}, query = {}, body }: Input): Promise<Answer<C>> => {
    const input = { params: contract.params?.parse(params), query: contract.query?.parse(query), body: contract.body?.parse(body), actor: { tenantId } }
    const handle = handlers.get(contract.id)!
    const answer = contract.tenant === 'member' ? await database.inTenant(tenantId, async (tx) => handle({ ...input, tx })) : await handle(input)
    return contract.response.body?.parse(answer) as Answer<C>
  }
  return { http, call }
}

type StoredFile = { bytes: Uint8Array; mime: string; name: string }

export const tenantWithChannel = async (admin: pg.Client, kind: ChannelKind = 'simulator') => {
  const [tenantId, channelId] = [newId(), newId()]
  await admin.query(`insert into tenancy.tenant (tenant_id, name, slug, created_at, updated_at) values ($1, 'Consultorio', $2, now(), now())`, [
    tenantId,
    `t${tenantId}`,
  ])
  await admin.query(
    `insert into channels.channel (tenant_id, id, kind, name, state, state_since, created_at, updated_at) values ($1, $2, $3, 'Simulador', 'connected', now(), now(), now())`,
    [tenantId, channelId, kind],
  )
  return { tenantId, channelId }
}

/**
 * The simulated network with a business behind its webhooks that only writes down what it hears, signature checked by the real adapter.
 * `door.open = false` makes that business unreachable; `line.cuts` makes so many calls of the network fail, after what `line.settled` waits for;
 * `luck.next` is the next random number, which otherwise is 0.5.
 */
export const setUpSimulator = async () => {
  const { admin, clock, database, stop } = await openTestDatabase()
  const line = { cuts: 0, settled: Promise.resolve() as Promise<unknown> }
  const cutIfAsked = () => {
    if (line.cuts > 0 && line.cuts-- > 0) throw Object.assign(new Error('nobody there'), { code: 'ECONNREFUSED' })
  }
  const mine = await tenantWithChannel(admin)
  const other = await tenantWithChannel(admin)
  const settings: SimulatorSettings = { secret: 'the secret of the simulated channel', profile: 'cloud' }
  const heard: Happening[] = []
  const passed: number[] = []
  const eventIds: string[] = []
  const door = { open: true }
  const luck = { next: 0.5 }
  const draw = (): number => {
    const drawn = luck.next
    luck.next = 0.5
    return drawn
  }
  const files = new Map<string, StoredFile>()
  const storeFile = (bytes: Uint8Array, mime: string, name: string): FileRef => {
    const fileId = newId()
    files.set(fileId, { bytes, mime, name })
    return { fileId, state: 'stored', mime, name, size: bytes.length, providerMediaId: null }
  }

  const ports: SimulatorPorts = {
    clock,
    database: {
      inTenant: async (tenantId, work) => {
        await line.settled
        cutIfAsked()
        return database.inTenant(tenantId, work)
      },
    },
    random: draw,
    findAccount: async (tx, channelId) => {
      const { rowCount } = await tx.query(`select 1 from channels.channel where tenant_id = $1 and id = $2 and kind = 'simulator' and deleted_at is null`, [
        tx.tenantId,
        channelId,
      ])
      return rowCount === 1 ? { secret: settings.secret, readReceipts: adapter.abilities(settings).readReceipts } : null
    },
    setProfile: async (_tx, _channelId, profile) => {
      settings.profile = profile
      return adapter.abilities(settings)
    },
    timePassed: async (_tx, { seconds }) => void passed.push(seconds),
    describeFile: async (tx, fileId) => {
      const file = tx.tenantId === mine.tenantId ? files.get(fileId) : undefined
      return file ? { name: file.name, mime: file.mime, size: file.bytes.length } : null
    },
    fileUrl: (_tenantId, fileId) => `/api/files/${fileId}/content?t=signed`,
    postWebhook: async (_channelId, body, headers) => {
      if (!door.open) throw new Error('the business is away')
      const opened = adapter.open({ headers, query: {}, body }, settings)
      if (opened.result !== 'items') throw new Error(opened.reason)
      eventIds.push(...opened.items.map((item) => item.eventId))
      heard.push(...opened.items.flatMap((item) => adapter.interpret(item.payload, settings)))
    },
  }
  const network = createSimulator(ports)
  const adapter = simulator({ network: network.network })
  const account = { ...mine, settings }
  const io = {
    request: async () => ({ result: 'refused', reason: 'no network in this test' }) as const,
    readFile: async (fileId: string, tenantId: string) => {
      cutIfAsked()
      const file = tenantId === mine.tenantId ? files.get(fileId) : undefined
      if (!file) throw absent('file')
      return file
    },
    now: clock.now,
  }
  const { http, call } = routeTable(database)
  network.routes(http)

  /** Does what is due in the network now, lane by lane, and tells how many jobs that were. */
  const runDue = async (): Promise<number> => {
    const worker = newId()
    const lanes = await claimLanes(database, { queues: [network.jobs.queue], worker, limit: 100, per: 50, now: clock.now() })
    for (const lane of lanes) {
      const jobs = lane.jobs.map((job) => ({ ...job, payload: JSON.parse(job.payload as string) as unknown }))
      const outside = jobs.length > 0 ? await network.jobs.outside?.(lane.tenantId, jobs) : undefined
      await database.inTenant(lane.tenantId, async (tx) => {
        await tx.query('delete from platform.job where tenant_id = $1 and id = any($2::bigint[])', [lane.tenantId, jobs.map((job) => job.id)])
        if (jobs.length > 0) await network.jobs.handle(tx, jobs, outside)
      })
    }
    await releaseLanes(
      database,
      worker,
      lanes.map(({ tenantId, queue, key }) => ({ tenantId, queue, key, blockedUntil: null })),
    )
    return lanes.reduce((count, lane) => count + lane.jobs.length, 0)
  }

  /** The business sends something to a phone. */
  const send = (clientRef: string, content: OutboundContent | string, to = '5491123456789') =>
    adapter.send(
      { clientRef, to: { kind: 'phone', value: to }, content: typeof content === 'string' ? { type: 'text', text: content } : content, quotes: null },
      account,
      io,
    )
  const contentsHeard = (): MessageContent[] => heard.flatMap((happening) => (happening.type === 'message' ? [happening.content] : []))
  const statusesHeard = (): string[] => heard.flatMap((happening) => (happening.type === 'status' ? [`${happening.clientRef} ${happening.status}`] : []))

  return {
    admin,
    clock,
    database,
    stop,
    mine,
    other,
    adapter,
    account,
    io,
    network,
    heard,
    passed,
    eventIds,
    door,
    line,
    luck,
    storeFile,
    call,
    runDue,
    send,
    contentsHeard,
    statusesHeard,
  }
}

export type SimulatorSetUp = Awaited<ReturnType<typeof setUpSimulator>>

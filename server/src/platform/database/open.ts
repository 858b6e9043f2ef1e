import pg from 'pg'
import { NamedClient } from './client.ts'
import { isConnectionLoss } from './connection-loss.ts'
import { connectionFor } from './roles.ts'
import type { Sight } from './sight.ts'
import { runTransaction, type TransactionPorts, type Tx } from './transaction.ts'

/** The application's ways into the database. There is no other. */
export type Database = {
  /** One transaction as `cq_app`, bound by row-level security to one tenant, and to what a person sees of it. */
  inTenant<Result>(tenantId: string, work: (tx: Tx) => Promise<Result>, sight?: Sight): Promise<Result>
  /** The same for work by the thousand (turns, outcomes), on connections that keep their plans. Every statement has to find its rows by an index. */
  inTurn<Result>(tenantId: string, work: (tx: Tx) => Promise<Result>): Promise<Result>
  /** One transaction as `cq_system` (sign-in, tenants, maintenance); for the few tables that grant it. */
  asSystem<Result>(work: (client: pg.PoolClient) => Promise<Result>): Promise<Result>
  /** One statement as `cq_system`: lanes, deliveries, reapers. */
  system: { query<Row extends pg.QueryResultRow = pg.QueryResultRow>(text: string, values?: unknown[]): Promise<pg.QueryResult<Row>> }
  /**
   * One `cq_system` connection of its own whose statements run in the order in which they were sent, also when one is sent before the answer to the
   * last. Made at the first statement, and again after it broke. `setting` is executed on each.
   */
  line(setting: string): { query(text: string, values: unknown[]): Promise<unknown>; end(): Promise<void> }
  /** A dedicated `cq_system` connection, for LISTEN. The caller ends it. */
  connectSystem(): Promise<pg.Client>
  /** False when the roles could not log in themselves and are set on the administrator's login. */
  ownLogins: boolean
  version(): Promise<string>
  close(): Promise<void>
}

export type DatabaseOptions = {
  adminUrl: string
  secret: string
  ports: TransactionPorts
  /** How many there may be at most, all kinds together. */
  connections: number
  onError?: (error: Error) => void
}

/**
 * One plan per statement, made for any values and by index: where lists of a few ids are what varies, PostgreSQL would else plan anew each time (a
 * third of its work), or read whole tables because it once saw them empty. Screens, whose limits and filters change what is best, go without.
 */
const keepPlans = ['enable_seqscan', 'enable_bitmapscan', 'enable_hashjoin', 'enable_mergejoin', 'enable_material', 'enable_sort']
  .map((name) => `set ${name} = off`)
  .concat('set plan_cache_mode = force_generic_plan')
  .join('; ')

/**
 * No statement of the product runs long enough to be worth compiling, and up to PostgreSQL 17 a switched-off kind of plan counts as endlessly dear,
 * which makes the server compile every statement of the connections above (measured with Debian's: seconds for one message).
 */
const noCompiling = 'set jit = off'

/** Lines, and the connection that listens to other nodes, have one each. */
const besidePools = 3

/** Half of the pools is for what people and programs ask, a quarter each for turns and for what no organisation's sight bounds. */
const poolsFrom = (connections: number): { app: number; turns: number; system: number } => {
  const pooled = connections - besidePools
  const quarter = Math.floor(pooled / 4)
  return { app: pooled - 2 * quarter, turns: quarter, system: quarter }
}

/** Opens the pools. Connections are made on demand; a broken one is replaced by the next call. */
export const openDatabase = async ({ adminUrl, secret, ports, connections, onError = () => {} }: DatabaseOptions): Promise<Database> => {
  const [app, system] = await Promise.all([connectionFor(adminUrl, 'cq_app', secret), connectionFor(adminUrl, 'cq_system', secret)])
  const poolOf = (config: pg.ClientConfig, max: number, name: string, ...settings: string[]) => {
    const pool = new pg.Pool({
      ...config,
      max,
      pipeline: true,
      Client: NamedClient,
      application_name: `chasqui ${name}`,
      idleTimeoutMillis: 60_000,
      connectionTimeoutMillis: 15_000,
      statement_timeout: 60_000,
    })
    pool.on('error', onError)
    // A checked-out connection that breaks reports through its query; without a listener the event would end the process.
    pool.on('connect', (client) => {
      client.on('error', onError)
      client.query([noCompiling, ...settings].join('; ')).catch(onError)
    })
    return pool
  }
  const pools = poolsFrom(connections)
  const appPool = poolOf(app, pools.app, 'app')
  const turnPool = poolOf(app, pools.turns, 'turns', keepPlans)
  const systemPool = poolOf(system, pools.system, 'system', keepPlans)

  const withClient = async <Result>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> => {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      return await work(client)
    } catch (error) {
      if (isConnectionLoss(error)) broken = error as Error
      throw error
    } finally {
      client.release(broken)
    }
  }

  return {
    inTenant: (tenantId, work, sight) => withClient(appPool, (client) => runTransaction(client, tenantId, ports, work, sight)),
    inTurn: (tenantId, work) => withClient(turnPool, (client) => runTransaction(client, tenantId, ports, work)),
    asSystem: (work) =>
      withClient(systemPool, async (client) => {
        await client.query('begin')
        try {
          const result = await work(client)
          await client.query('commit')
          return result
        } catch (error) {
          await client.query('rollback').catch(() => {})
          throw error
        }
      }),
    system: { query: (text, values = []) => withClient(systemPool, (client) => client.query(text, values)) },
    line: (setting) => openLine({ ...system, pipeline: true, application_name: 'chasqui line', statement_timeout: 60_000 }, setting, onError),
    connectSystem: async () => {
      const client = new pg.Client({ ...system, application_name: 'chasqui listen' })
      // Before the connection stands: the server may take its leave in the same packet that greets.
      client.on('error', onError)
      await client.connect()
      return client
    },
    ownLogins: app.own && system.own,
    version: async () => (await systemPool.query<{ server_version: string }>('show server_version')).rows[0]!.server_version,
    close: async () => {
      await Promise.all([appPool.end(), turnPool.end(), systemPool.end()])
    },
  }
}

const openLine = (config: pg.ClientConfig, setting: string, onError: (error: Error) => void): ReturnType<Database['line']> => {
  let opened: Promise<pg.Client> | null = null
  const connect = async (): Promise<pg.Client> => {
    const client = new NamedClient(config)
    client.on('error', onError)
    client.on('end', () => void (opened = null))
    await client.connect()
    client.query([noCompiling, setting].join('; ')).catch(onError)
    return client
  }
  return {
    query: async (text, values) => {
      opened ??= connect()
      const connecting = opened
      const client = await connecting.catch((error) => {
        if (opened === connecting) opened = null
        throw error
      })
      return client.query(text, values)
    },
    end: async () => {
      await (await opened?.catch(() => null))?.end()
    },
  }
}

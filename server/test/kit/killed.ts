import pg from 'pg'
import type { GraphApi } from '../doubles/graph-api/server.ts'
import { createApi, type Api } from './api.ts'
import { startBesideGraph } from './beside-graph.ts'
import { atEnd } from './cluster.ts'
import { startProductProcess } from './product-process.ts'
import { startProduct, type Person, type RunningProduct } from './product.ts'

/** Longest wait (milliseconds) for the moment at which a process is to die; only failures take it. */
const patience = 90_000

type Life = {
  url: string
  /** What a person could call before, in this process. */
  apiOf(person: Pick<Person, 'api'>): Api
  kill(): Promise<void>
}

/** What a stopped product left, lived on by processes that die in the middle of their work. */
export type Lives = {
  /** The database behind the scenes, as its superuser. */
  admin: pg.Client
  /** How many rows there are of what is named after `select count(*)`. */
  count(text: string, values?: unknown[]): Promise<number>
  /** What a flow waits for by the clock happens as soon as a process lives. */
  makeTimersDue(): Promise<void>
  begin(): Promise<Life>
  /** A life that begins, does something and is killed at the very moment when this is so. */
  endAs(look: () => Promise<boolean>, what: string, act?: (life: Life) => unknown): Promise<void>
  /** The last life, which comes to its end. */
  goOn(): Promise<RunningProduct>
}

/** A product beside a stand-in for Meta, with settings of its own, whose later lives are to be killed. */
export const startMortal = async (
  settings: Record<string, string> = {},
): Promise<{
  graph: GraphApi
  the: RunningProduct
  /** Stops the product, and goes on with what it left. */
  livesAfter(): Promise<Lives>
}> => {
  const env = { TRUST_PROXY: '127.0.0.1', ...settings }
  const { graph, the } = await startBesideGraph({ env })
  return { graph, the, livesAfter: () => livesAfter(the, { GRAPH_API_URL: graph.url, ...env }) }
}

const livesAfter = async (first: RunningProduct, settings: Record<string, string>): Promise<Lives> => {
  const { adminUrl, dataDir } = first
  await first.stop()
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  atEnd(() => admin.end())

  const begin = async (): Promise<Life> => {
    const { url, kill } = await startProductProcess({ adminUrl, dataDir, settings })
    return { url, kill, apiOf: ({ api }) => createApi(url, api.token) }
  }
  const endAs: Lives['endAs'] = async (look, what, act) => {
    const life = await begin()
    const acts = Promise.allSettled([act?.(life)])
    const deadline = Date.now() + patience
    // Without a rest between two looks: the moment would pass.
    while (!(await look())) {
      if (Date.now() > deadline) throw new Error(`${what}: did not happen within ${patience / 1000} s`)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await life.kill()
    // What was asked of the process has its answer now, or none.
    await acts
  }
  return {
    admin,
    begin,
    endAs,
    count: async (text, values = []) => (await admin.query<{ count: number }>(`select count(*)::integer as count ${text}`, values)).rows[0]!.count,
    makeTimersDue: async () => {
      await admin.query(`update platform.job set run_at = now() where payload ->> 'type' = 'flow_timer'`)
      await admin.query(`update platform.lane set ready_at = now() where queue = 'due'`)
    },
    goOn: () => startProduct({ env: settings, adminUrl, dataDir }),
  }
}

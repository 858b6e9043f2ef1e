import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { setPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { environmentFor } from '../../../server/test/doubles/whatsapp-web/lead-engine.ts'
import { startWhatsAppWeb } from '../../../server/test/doubles/whatsapp-web/start.ts'
import { openApi, type Api } from '../../product/api.ts'
import { freePort } from '../../product/free-port.ts'
import { childrenOf, kill } from '../../product/processes.ts'
import { startProduct } from '../../product/start-product.ts'
import { addAgents } from '../add-agent.ts'
import { fillMessages } from '../fill-messages.ts'
import { timesOf, type Times } from '../percentiles.ts'
import { linkInDatabase } from './link-in-database.ts'
import { phonesOf, waitFor } from './wait-for.ts'

export type ProductLines = {
  /** From the moment at which all are wanted, in the product. */
  startedSeconds: number
  reopenedSeconds: number
  openingAtOnce: number
  /** What people's screens wait for, before and after all lines were opened again, and meanwhile. */
  idle: { calls: number; times: Times }
  reopening: { calls: number; times: Times }
}

/** People who read in their inbox, each once a second. */
const PEOPLE = 20
/** Seconds that people read while the lines say nothing, before and after. */
const IDLE_SECONDS = 30

/** Metrics are asked for so seldom that asking is nothing beside the rest. */
const LOOK_MS = 200

type Lines = { connected: number; opening: number }
const readLines = async (url: string): Promise<Lines> => {
  const text = await (await fetch(`${url}/metrics`)).text()
  const of = (state: string) => Number(new RegExp(`^chasqui_lines\\{[^}]*state="${state}"[^}]*\\} (\\d+)`, 'm').exec(text)?.[1] ?? Number.NaN)
  return { connected: of('connected'), opening: of('opening') }
}

const isEngine = (pid: number): boolean => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('engine-entry')
  } catch {
    return false
  }
}

type Page = { items: { id: string }[] }

/** Everybody reads at their time, whatever the answers do, until told to stop; resolves with milliseconds of each call. */
const read = async (apis: Api[], over: () => boolean): Promise<number[]> => {
  const { items } = await apis[0]!.get<Page>('/api/conversations?limit=200&view=all&tab=any')
  const took: number[] = []
  const calls: Promise<void>[] = []
  for (let index = 0; !over(); index++) {
    const path =
      index % 2 === 0 ? '/api/conversations?limit=50&view=all&tab=open' : `/api/conversations/${items[(index * 37) % items.length]!.id}/messages?limit=50`
    const from = performance.now()
    calls.push(apis[index % apis.length]!.get(path).then(() => void took.push(performance.now() - from)))
    await pause(1000 / apis.length)
  }
  await Promise.all(calls)
  return took
}

/** The same lines in the running product: people go on reading while every process of the engine is killed and all lines open again. */
export const measureProductLines = async (lines: number, tell: (line: string) => void): Promise<ProductLines> => {
  await using opened = new AsyncDisposableStack()
  const dataDir = mkdtempSync(join(tmpdir(), 'chasqui-bench-'))
  opened.defer(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }))
  const sandbox = await startWhatsAppWeb()
  opened.defer(sandbox.stop)
  // The real network is no load of this machine.
  setPriority(sandbox.pid, 19)
  const environment = { LOG_LEVEL: 'warn', TRUST_PROXY: 'loopback', ...environmentFor(sandbox.where) }
  const product = await startProduct({ dataDir, port: await freePort(), graphUrl: 'http://127.0.0.1:1', environment })
  opened.defer(product.stop)
  await fillMessages(dataDir, { messages: 20_000, conversations: 4000, tenants: 1 })
  const people = await addAgents(dataDir, PEOPLE)
  const apis = await Promise.all(people.map((who, index) => openApi(product.url, who, `203.0.113.${index}`)))
  const { begin } = await linkInDatabase(dataDir, sandbox, phonesOf(lines))

  let openingAtOnce = 0
  const allOpen = async (): Promise<boolean> => {
    await pause(LOOK_MS)
    const { connected, opening } = await readLines(product.url)
    openingAtOnce = Math.max(openingAtOnce, opening)
    return connected === lines
  }
  const timed = async (what: string): Promise<number> => {
    const from = performance.now()
    await waitFor(allOpen, what)
    return (performance.now() - from) / 1000
  }
  const readFor = async (seconds: number): Promise<number[]> => {
    const end = performance.now() + seconds * 1000
    return read(apis, () => performance.now() > end)
  }

  tell(`letting the product hold ${lines} lines …`)
  await begin()
  const startedSeconds = await timed('all open in the product')
  // The first calls compile code.
  await readFor(5)
  const idle = await readFor(IDLE_SECONDS)
  tell('killing all processes of the engine while people read …')
  for (const pid of childrenOf(product.serverPid).filter(isEngine)) kill(pid)
  await waitFor(async () => (await readLines(product.url)).connected < lines, 'lines fell')
  let over = false
  const reading = read(apis, () => over)
  const reopenedSeconds = await timed('all open again in the product')
  over = true
  const reopening = await reading
  idle.push(...(await readFor(IDLE_SECONDS)))
  const measured = (samples: number[]) => ({ calls: samples.length, times: timesOf(samples) })
  return { startedSeconds, reopenedSeconds, openingAtOnce, idle: measured(idle), reopening: measured(reopening) }
}

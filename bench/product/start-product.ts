import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const launcherFile = join(import.meta.dirname, '../../bin/chasqui.mjs')
export const ownerEmail = 'owner@demo.local'
export const ownerPassword = 'prove-it-7-quipu-tambo'

export type ProductSettings = { dataDir: string; port: number; graphUrl: string; environment?: Record<string, string> }
/** The product as a user's `npm start` runs it: a launcher, and the server under it. `startMs` is from the command to the ready line. */
export type RunningProduct = {
  url: string
  launcherPid: number
  serverPid: number
  startMs: number
  ended: Promise<void>
  hasEnded(): boolean
  stop(): Promise<void>
}

type Told = { event: string; pid?: number; port?: number; why?: string }

/** Resolves at the `ready` event of `--json`; rejects when the process ends before. Later output is read on, so that the pipe never fills. */
const untilReady = (child: ChildProcess): Promise<Told> =>
  new Promise((resolve, reject) => {
    const told: Told[] = []
    createInterface({ input: child.stdout! }).on('line', (line) => {
      const event = JSON.parse(line) as Told
      told.push(event)
      if (event.event === 'ready') resolve(event)
    })
    child.once('error', reject)
    child.once('exit', (code, signal) => reject(new Error(`the product ended (${code ?? signal}) before it was ready: ${JSON.stringify(told.at(-1) ?? null)}`)))
  })

/** Starts the product and waits until it serves. Only what is named here reaches it from the caller's environment. */
export const startProduct = async ({ dataDir, port, graphUrl, environment = {} }: ProductSettings): Promise<RunningProduct> => {
  const startedAt = performance.now()
  const child = spawn(process.execPath, [launcherFile, 'start', '--no-open', '--json'], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      DATA_DIR: dataDir,
      PORT: String(port),
      GRAPH_API_URL: graphUrl,
      ADMIN_PASSWORD: ownerPassword,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let gone = false
  const ended = once(child, 'exit').then(() => void (gone = true))
  const ready = await untilReady(child)
  if (ready.port !== port) throw new Error(`port ${port} was taken by somebody else meanwhile`)
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  return {
    url: `http://127.0.0.1:${port}`,
    launcherPid: child.pid!,
    serverPid: ready.pid!,
    startMs: performance.now() - startedAt,
    ended,
    hasEnded: () => gone,
    stop,
  }
}

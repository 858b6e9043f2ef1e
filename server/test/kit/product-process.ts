import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { atEnd, jwtSecret } from './cluster.ts'
import { keys, ownerEmail } from './settings.ts'

const launcher = join(import.meta.dirname, '../../../bin/chasqui.mjs')

export type ProductProcess = {
  url: string
  kill(): Promise<void>
  /** Stands still from here on, as on a machine that has too much to do, with all its connections open. */
  pause(): void
  goOn(): void
}

/** The product in processes of its own, to be killed in the middle of its work. */
export const startProductProcess = async (env: {
  adminUrl: string
  dataDir: string
  /** Settings beside those of every product under test. */
  settings?: Record<string, string>
}): Promise<ProductProcess> => {
  const child = spawn(process.execPath, [launcher, 'start', '--json'], {
    // A group of its own: the launcher and the server end together, at once.
    detached: true,
    env: {
      PATH: process.env['PATH'],
      HOME: env.dataDir,
      PORT: '0',
      DATABASE_URL: env.adminUrl,
      DATA_DIR: env.dataDir,
      JWT_SECRET: jwtSecret,
      ENCRYPTION_KEYS: keys,
      LOG_LEVEL: 'warn',
      ADMIN_EMAIL: ownerEmail,
      // Nobody is there.
      GRAPH_API_URL: 'http://127.0.0.1:9',
      ...env.settings,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const closed = once(child, 'close')
  const kill = async () => {
    try {
      process.kill(-child.pid!, 'SIGKILL')
    } catch {
      // Gone already.
    }
    await closed
  }
  atEnd(kill)
  const ready = new Promise<string>((resolve, reject) => {
    // Read to the end: a pipe that nobody reads would end the product.
    createInterface({ input: child.stdout }).on('line', (line) => {
      const told = JSON.parse(line) as { event: string; health?: string }
      if (told.event === 'ready') resolve(new URL(String(told.health)).origin)
    })
    void closed.then(() => reject(new Error('the product ended before it was ready')))
  })
  const tell = (signal: 'SIGSTOP' | 'SIGCONT') => process.kill(-child.pid!, signal)
  return { url: await ready, kill, pause: () => void tell('SIGSTOP'), goOn: () => void tell('SIGCONT') }
}

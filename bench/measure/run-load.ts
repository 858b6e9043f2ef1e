import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { LoadOrder, LoadResult } from './load.ts'

const program = (name: string): string => join(import.meta.dirname, name)

/** Runs the load generator to its end. Rejects when it could not deliver. */
export const runLoad = async (order: LoadOrder): Promise<LoadResult> => {
  const child = spawn(process.execPath, ['--max-semi-space-size=64', program('load.ts'), JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => void (text += chunk))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`the load generator ended with ${code}`)
  return JSON.parse(text) as LoadResult
}

export type BareServer = { url: string; pid: number; stop(): Promise<void> }

/** Starts the yardstick. */
export const startBareServer = async (secret: string): Promise<BareServer> => {
  const child = spawn(process.execPath, [program('bare-server.ts'), secret], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  const stop = async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }
  return { url: (JSON.parse(line) as { url: string }).url, pid: child.pid!, stop }
}

import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Longest time for one file. */
const timeoutMs = 120_000

/** A program on this machine that converts sound and video; installed by whoever runs it, as it is too large and too exposed to bring along. */
export type Ffmpeg = { run(bytes: Uint8Array, ending: string, options: readonly string[]): Promise<Uint8Array | null> }

const found = new Map<string, boolean>()
const isThere = (program: string): boolean => {
  const known = found.get(program) ?? spawnSync(program, ['-hide_banner', '-version'], { timeout: 5000, stdio: 'ignore' }).status === 0
  found.set(program, known)
  return known
}

/** Null when the machine has none. A process asks once. */
export const findFfmpeg = (program = 'ffmpeg'): Ffmpeg | null =>
  isThere(program) ? { run: (bytes, ending, options) => run(program, bytes, ending, options) } : null

/** It reads and writes files of its own folder alone: a list or a link inside a customer's file opens nothing else, neither here nor in the network. */
const safely = ['-hide_banner', '-nostdin', '-loglevel', 'error', '-y', '-protocol_whitelist', 'file', '-threads', '1']

/** Null when it cannot be made of these bytes. */
const run = async (program: string, bytes: Uint8Array, ending: string, options: readonly string[]): Promise<Uint8Array | null> => {
  const folder = await mkdtemp(join(tmpdir(), 'chasqui-conversion-'))
  try {
    const [given, made] = [join(folder, 'given'), join(folder, `made.${ending}`)]
    await writeFile(given, bytes, { mode: 0o600 })
    const ended = await new Promise<number | null>((resolve) => {
      const child = spawn(program, [...safely, '-i', given, ...options, made], { stdio: 'ignore', timeout: timeoutMs, killSignal: 'SIGKILL' })
      child.on('error', () => resolve(null))
      child.on('close', (code) => resolve(code))
    })
    return ended === 0 ? await readFile(made).catch(() => null) : null
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

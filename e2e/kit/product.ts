import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { sharedDatabase } from './shared-database.ts'

/** A product that runs, and its owner. */
export type Product = { url: string; port: number; email: string; password: string; stop(): Promise<void> }

/** The product as `npm start` runs it, with a data folder and a port of its own; what it printed on its first start. */
export type StartedProduct = Product & { signInUrl: string; command(...args: string[]): Promise<string> }

type Ready = Pick<StartedProduct, 'url' | 'port' | 'signInUrl' | 'email' | 'password'>

const program = join(import.meta.dirname, '../../bin/chasqui.mjs')

/** ms for the first start, creation of the database included, on a busy machine. */
const patience = 60_000

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))))
    })
  })

/** Nothing of the developer's own settings: neither variables nor a `.env` (the working directory is the data folder) reach the product. */
export const environment = (dataDir: string, port: number, wishes: Record<string, string>) => {
  const { PATH, HOME, USER, LANG, TMPDIR } = process.env
  const own = Object.fromEntries(Object.entries({ PATH, HOME, USER, LANG, TMPDIR }).filter(([, value]) => value !== undefined))
  return { ...own, DATA_DIR: dataDir, PORT: String(port), DEMO: 'on', LOG_LEVEL: 'warn', ...wishes }
}

const readyOf = (child: ChildProcess): Promise<Ready> =>
  new Promise((resolve, reject) => {
    const said: string[] = []
    const fail = (why: string) => reject(new Error(`The product did not start: ${why}\n${said.join('\n')}`))
    const timer = setTimeout(() => fail(`nothing for ${patience / 1000} s`), patience)
    child.on('error', reject)
    child.on('exit', (code) => fail(`it ended with code ${code}`))
    child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
    if (!child.stdout) return fail('it has no output')
    createInterface(child.stdout).on('line', (line) => {
      said.push(line)
      if (!line.includes('"event":"ready"')) return
      clearTimeout(timer)
      resolve(JSON.parse(line) as Ready)
    })
  })

const exited = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => (child.exitCode === null && child.signalCode === null ? child.on('exit', () => resolve()) : resolve()))

/** Runs another command of the program on the same data, for example `admin link`, and answers what it printed. */
const runCommand = async (args: string[], env: Record<string, string>, cwd: string): Promise<string> => {
  const child = spawn(process.execPath, [program, ...args], { env, cwd, stdio: ['ignore', 'pipe', 'inherit'] })
  let printed = ''
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  await exited(child)
  if (child.exitCode !== 0) throw new Error(`chasqui ${args.join(' ')} ended with code ${child.exitCode}: ${printed}`)
  return printed
}

/** `wishes` are settings beside those of every test. */
export const startProduct = async (wishes: Record<string, string> = {}): Promise<StartedProduct> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'chasqui-e2e-'))
  const env = environment(dataDir, await freePort(), { ...(await sharedDatabase('tables')), ...wishes })
  const child = spawn(process.execPath, [program, 'start', '--json'], { env, cwd: dataDir, stdio: ['ignore', 'pipe', 'pipe'] })
  const stop = async () => {
    child.kill('SIGTERM')
    await exited(child)
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    const { url, port, signInUrl, email, password } = await readyOf(child)
    return { url, port, signInUrl, email, password, command: (...args) => runCommand(args, env, dataDir), stop }
  } catch (problem) {
    await stop()
    throw problem
  }
}

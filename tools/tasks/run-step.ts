import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of the repository. */
export const root = join(import.meta.dirname, '../..')

/** The program of an npm package, to be run with this Node: the links in node_modules/.bin would take the one in PATH. */
export const programOf = (name: string, bin = name): string => {
  const folder = join(root, 'node_modules', name)
  const { bin: bins } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { bin: Record<string, string> }
  const path = bins[bin]
  if (!path) throw new Error(`${name} has no program ${bin}`)
  return join(folder, path)
}

type Settings = Record<string, string>

/** Runs Node with these arguments in the repository's folder, shows what it prints, and resolves with its exit code. `env` comes on top of our own. */
export const runNode = (args: string[], env: Settings = {}): Promise<number> =>
  new Promise((resolve, reject) => {
    const options = { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } } as const
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], options)
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)))
  })

export type Step = { name: string; args: string[]; env?: Settings }

/** Runs one step and tells what it was, how it ended and how long it took. */
export const runStep = async ({ name, args, env }: Step): Promise<number> => {
  const startedAt = performance.now()
  const code = await runNode(args, env)
  console.log(`${code === 0 ? 'ok' : 'xx'}  ${name}  ${((performance.now() - startedAt) / 1000).toFixed(1)} s`)
  return code
}

/** Runs all steps, also after one that failed, so that one run shows everything. The exit code is that of the first failure. */
export const runSteps = async (steps: Step[]): Promise<number> => {
  let worst = 0
  for (const step of steps) {
    const code = await runStep(step)
    worst ||= code
  }
  return worst
}

/** A part of the repository runs its own program (`bench/run.ts`); a missing one is an error and not a silent success. */
export const runPart = (path: string, args: string[], env?: Settings): Promise<number> => {
  if (existsSync(join(root, path))) return runStep({ name: path, args: [join(root, path), ...args], ...(env && { env }) })
  console.error(`There is no ${path} in this copy of the repository.`)
  return Promise.resolve(1)
}

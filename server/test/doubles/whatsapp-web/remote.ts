import { fork } from 'node:child_process'
import { once } from 'node:events'

type Acts = Record<string, (...given: never[]) => unknown>
type Asked = { id: number; act: string; given: unknown[] }
type Answer = { id: number; result?: unknown; error?: string }
export type Remote<Offered extends Acts> = {
  [Name in keyof Offered]: (...given: Parameters<Offered[Name]>) => Promise<Awaited<ReturnType<Offered[Name]>>>
}

/** In a child process: offers acts to the parent, greets it with `hello`, and ends with it. The Signal library prints its keys: nothing is printed. */
export const offer = (acts: Acts, hello: unknown): void => {
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) console[method] = () => {}
  process.on('message', async ({ id, act, given }: Asked) => {
    try {
      process.send!({ id, result: await acts[act]!(...(given as never[])) })
    } catch (error) {
      process.send!({ id, error: error instanceof Error ? error.message : String(error) })
    }
  })
  process.once('disconnect', () => process.exit(0))
  process.send!({ hello })
}

/** Starts such a child; its acts can be called from here. It ends with this process at the latest. */
export const startRemote = async <Offered extends Acts, Hello>(file: string, ...given: string[]) => {
  const child = fork(file, given, { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const [{ hello }] = (await once(child, 'message')) as [{ hello: Hello }]
  const open = new Map<number, (answer: Answer) => void>()
  child.on('message', (answer: Answer) => open.get(answer.id)?.(answer))
  let last = 0
  const call = (act: string, given: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = ++last
      open.set(id, ({ result, error }) => {
        open.delete(id)
        return error === undefined ? resolve(result) : reject(new Error(`${act}: ${error}`))
      })
      child.send({ id, act, given })
    })
  const acts = new Proxy({} as Remote<Offered>, {
    get:
      (_, name) =>
      (...given: unknown[]) =>
        call(String(name), given),
  })
  const stop = async (): Promise<void> => {
    const ended = once(child, 'exit')
    child.disconnect()
    await ended
  }
  /** As a crash does: at once, whatever it is doing. */
  const kill = async (): Promise<void> => {
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  return { acts, hello, stop, kill, pid: child.pid! }
}

import { fork, type ChildProcess } from 'node:child_process'
import { getPriority, setPriority } from 'node:os'
import { createCalls } from './calls.ts'
import { FromEngine, type ToEngine } from './protocol.ts'

type Asking = Extract<ToEngine, { session: string; call: number }>
/** A request without its number. */
export type Request = Asking extends infer Each ? (Each extends { call: number } ? Omit<Each, 'call'> : never) : never
export type News = Extract<FromEngine, { session: string }>
export type Health = Omit<Extract<FromEngine, { type: 'health' }>, 'type'>

/** Steps of the system's priority (0 to 19) by which the engine stands behind the product: hundreds of lines that open at once are not to hold up what people wait for. */
const BEHIND = 5

/** Best effort: not every system lets it be done, and the process may have failed to start. */
const standBack = (pid: number | undefined): void => {
  try {
    if (pid !== undefined) setPriority(pid, Math.min(19, getPriority() + BEHIND))
  } catch {
    // It works as well, only not as quietly.
  }
}

export type EngineChild = {
  tell(message: ToEngine): void
  /** Rejects when the engine could not, or its process ended. */
  ask(request: Request): Promise<unknown>
  end(): Promise<void>
  pid: number | undefined
  /** As it told last; null before the first time. */
  health(): Health | null
}

/**
 * Starts a process of the engine. It gets no environment: there is nothing in ours that it should know. Its memory is bounded in MiB, so that a leak
 * ends it and nothing else. `gone` is called once, whenever it ends.
 */
export const startEngineChild = (entry: { file: string; given: string[] }, memoryMb: number, heard: (news: News) => void, gone: () => void): EngineChild => {
  const calls = createCalls()
  const child: ChildProcess = fork(entry.file, entry.given, {
    env: {},
    execArgv: [`--max-old-space-size=${memoryMb}`, '--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  standBack(child.pid)
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      calls.abandon('the engine ended')
      resolve()
      gone()
    })
  })
  // A failed start is an end as well; `exit` may not follow it.
  child.once('error', () => child.emit('exit'))
  const ready = new Promise<void>((resolve) => void child.once('message', () => resolve()))
  const tell = (message: ToEngine): void => {
    void ready.then(() => child.connected && child.send(message, () => {}))
  }
  let health: Health | null = null
  child.on('message', (message) => {
    const news = FromEngine.safeParse(message).data
    if (!news || news.type === 'ready') return
    if (news.type === 'health') return void (health = news)
    if (news.type === 'answer') calls.answered(news.call, news.result)
    else if (news.type === 'failed') calls.failed(news.call, news.error)
    else heard(news)
  })
  return {
    tell,
    ask: (request) => calls.ask((call) => tell({ ...request, call })),
    end: async () => {
      if (child.connected) child.disconnect()
      await ended
    },
    pid: child.pid,
    health: () => health,
  }
}

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

/** MiB of the process's heap, and ms for which it may tell nothing: it tells how it is more often than that. */
export type Bounds = { memoryMb: number; silentMs: number }

/** Files pass outside of the heap, whose bound does not see them: so many times that bound is what the whole process may take, two tellings in a row. */
const WHOLE_TO_HEAP = 1.5
const MOST_OVER = 2
/** ms. A process that is told to end ends at once, unless its code goes in circles. */
const ENDING_MS = 3000

/**
 * Starts a process of the engine. It gets no environment: there is nothing in ours that it should know. Its memory is bounded, so that a leak ends it and nothing else, and so is
 * its silence: lines of one that hangs would be open for ever and bring nothing. `gone` is called once, whenever it ends.
 */
export const startEngineChild = (
  entry: { file: string; given: string[] },
  { memoryMb, silentMs }: Bounds,
  heard: (news: News) => void,
  gone: () => void,
): EngineChild => {
  const calls = createCalls()
  const child: ChildProcess = fork(entry.file, entry.given, {
    env: {},
    execArgv: [`--max-old-space-size=${memoryMb}`, '--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  standBack(child.pid)
  // Nothing less ends a process that hangs.
  const kill = (): void => void child.kill('SIGKILL')
  let told = false
  // Where this process itself was held up, what the other said meanwhile is read before it counts as silent.
  const watch = setInterval(() => setImmediate(() => (told ? (told = false) : kill())), silentMs)
  watch.unref()
  let over = 0
  const weigh = ({ memoryBytes }: Health): void => {
    over = memoryBytes > memoryMb * WHOLE_TO_HEAP * 1024 * 1024 ? over + 1 : 0
    if (over >= MOST_OVER) kill()
  }
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      clearInterval(watch)
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
    told = true
    const news = FromEngine.safeParse(message).data
    if (!news || news.type === 'ready') return
    if (news.type === 'health') return weigh((health = news))
    if (news.type === 'answer') calls.answered(news.call, news.result)
    else if (news.type === 'failed') calls.failed(news.call, news.error)
    else heard(news)
  })
  return {
    tell,
    ask: (request) => calls.ask((call) => tell({ ...request, call })),
    end: async () => {
      if (child.connected) child.disconnect()
      const late = setTimeout(kill, ENDING_MS)
      await ended
      clearTimeout(late)
    },
    pid: child.pid,
    health: () => health,
  }
}

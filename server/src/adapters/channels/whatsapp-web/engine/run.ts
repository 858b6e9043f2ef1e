import { AsyncLocalStorage } from 'node:async_hooks'
import { createCalls } from './calls.ts'
import { ToEngine, type FromEngine } from './protocol.ts'
import { keyBytes } from './stored-keys.ts'
import { openSession, type EngineSession, type Product, type Way } from './session.ts'

/** The Signal library prints its sessions with their private keys through the console: in this process nothing is printed. */
const silence = (): void => {
  for (const method of ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir'] as const) console[method] = () => {}
}

/** How often the process tells how it is, in milliseconds. */
const HEALTH_MS = 10_000

/** ms. When a line opens, the process tells it at once, unless it did so just now. */
const JUST_NOW_MS = 1000

/** The engine's process: lines for many sessions, commanded by the parent. It ends with its parent. */
export const runEngine = (way: Way = {}): void => {
  silence()
  const sessions = new Map<string, EngineSession>()
  const calls = createCalls()
  /** Whose code runs. */
  const running = new AsyncLocalStorage<string>()
  const tell = (message: FromEngine): void => void process.send?.(message)
  let toldAt = -Infinity
  const tellHealth = (): void => {
    toldAt = performance.now()
    tell({
      type: 'health',
      memoryBytes: process.memoryUsage.rss(),
      keyBytes: keyBytes(),
      lines: sessions.size,
      keyBytesOf: Object.fromEntries([...sessions].map(([session, one]) => [session, one.keyBytes()])),
      calls: calls.open(),
    })
  }

  const open = (given: Extract<ToEngine, { type: 'open' }>): void => {
    const { session } = given
    const product: Product = {
      load: (kind, ids) => calls.ask((call) => tell({ type: 'load', session, call, kind, ids })),
      store: (values) => calls.ask((call) => tell({ type: 'store', session, call, values })),
      hear: (payload) => calls.ask((call) => tell({ type: 'item', session, call, payload })),
      mention: (payload) => tell({ type: 'item', session, call: null, payload }),
      tell: (message) => {
        // Of a line that was closed meanwhile nothing is news any more.
        if (sessions.get(session) !== opened) return
        if (message.type === 'ended') sessions.delete(session)
        if (message.type === 'opened' && performance.now() - toldAt > JUST_NOW_MS) tellHealth()
        tell({ ...message, session })
      },
    }
    const opened: EngineSession = running.run(session, () => openSession(given, product, way))
    sessions.set(session, opened)
  }

  const act = (command: Exclude<ToEngine, { type: 'open' | 'answer' | 'failed' }>, session: EngineSession): Promise<unknown> => {
    switch (command.type) {
      case 'close':
        sessions.delete(command.session)
        return session.close()
      case 'depart':
        return session.depart()
      case 'send':
        return session.send(command.to, command.id, command.content, command.quotes)
      case 'read':
        return session.read(command.chat, command.ids)
      case 'compose':
        return session.compose(command.to, command.typing)
      case 'find':
        return session.find(command.phone)
      case 'download':
        return session.download(command.media)
      case 'history':
        return session.history(command.part, command.since, command.chat)
    }
  }

  const take = async (command: ToEngine): Promise<void> => {
    if (command.type === 'open') return open(command)
    if (command.type === 'answer') return calls.answered(command.call, command.result)
    if (command.type === 'failed') return calls.failed(command.call, command.error)
    const session = sessions.get(command.session)
    const reply = (message: { result: unknown } | { error: string }): void => {
      if (!('call' in command)) return
      tell('error' in message ? { type: 'failed', call: command.call, error: message.error } : { type: 'answer', call: command.call, result: message.result })
    }
    if (!session) return reply({ error: 'no line' })
    try {
      reply({ result: await act(command, session) })
    } catch (error) {
      reply({ error: error instanceof Error ? error.message : 'unknown' })
    }
  }

  process.on('message', (message) => void take(ToEngine.parse(message)))
  process.once('disconnect', () => process.exit(0))
  // One session's surprise is not the others' end; what the library leaves behind on a broken line is told by that line's end.
  process.on('unhandledRejection', () => {})
  // What a line's code throws from a timer or a socket ends that line; what nobody's code throws ends the process.
  process.on('uncaughtException', () => {
    const session = sessions.get(running.getStore() ?? '')
    if (!session) process.exit(1)
    session.failed()
  })
  setInterval(tellHealth, way.healthMs ?? HEALTH_MS).unref()
  tell({ type: 'ready' })
}

import type { Account } from '#channels'
import { createEngineHost, type EngineHost, type HostOptions, type Wanted } from './engine/host.ts'
import type { SessionState } from './session-state.ts'

/** What the one who listens to a number is told. `heard` resolves when it is stored. */
export type Hearer = { changed(state: SessionState): void; heard(payload: unknown): Promise<void> }

export type LinesOptions = Omit<HostOptions, 'changed' | 'heard'>

/** What a session is called between here, the engine and the store. */
export const sessionOf = ({ tenantId, channelId }: Pick<Account, 'tenantId' | 'channelId'>): string => `${tenantId}/${channelId}`

/** ms. Whoever only takes leave of the network waits no longer for a line. */
const PARTING_MS = 20_000

/** A session that is being left: what its line tells is told here. `over` resolves when it is done with, however it ended. */
type Parting = { changed(state: SessionState): void; giveUp(why: Error): void; over: Promise<void> }

/** The lines that this process holds, each for one who listens. The engine's processes start with the first. */
export const createLines = (options: LinesOptions) => {
  const hearers = new Map<string, Hearer>()
  const partings = new Map<string, Parting>()
  /** What is not stored ends its line. One that is needed to take leave by is not ended so: the network would offer the same to the next line, and so on for ever. */
  const heard = async (session: string, payload: unknown): Promise<void> => {
    try {
      const hearer = hearers.get(session)
      if (!hearer) throw new Error('nobody listens')
      await hearer.heard(payload)
    } catch (error) {
      await partings.get(session)?.over
      throw error
    }
  }
  const host: EngineHost = createEngineHost({ ...options, changed: (session, state) => (partings.get(session) ?? hearers.get(session))?.changed(state), heard })

  /** Resolves when the line of a parting is open, or, with false, when there is nothing to take out any more. */
  const openToPart = async (session: string, parting: Parting): Promise<boolean> => {
    // One that was being opened is not waited for: it may be put off for minutes.
    await host.stop(session)
    const { promise, resolve, reject } = Promise.withResolvers<boolean>()
    parting.giveUp = reject
    parting.changed = (now) => {
      if (now.state === 'error') reject(new Error(`no line to take leave by: ${now.cause}`))
      if (['connected', 'logged_out', 'qr', 'code'].includes(now.state)) resolve(now.state === 'connected')
    }
    const timer = setTimeout(() => reject(new Error('no line to take leave by')), PARTING_MS)
    host.start(session)
    return promise.finally(() => clearTimeout(timer))
  }
  const takeOut = async (session: string, parting: Parting): Promise<void> => {
    if (host.state(session)?.state === 'connected' || (await openToPart(session, parting))) await host.ask({ type: 'depart', session })
  }

  return {
    /** Holds a line for somebody, as soon as its session is not being left any more. */
    hold: (session: string, hearer: Hearer, wanted: Wanted): void => {
      hearers.set(session, hearer)
      const begin = (): void => void (hearers.get(session) === hearer && host.start(session, wanted))
      const parting = partings.get(session)
      if (parting) void parting.over.then(begin)
      else begin()
    },
    /** Lets go of the line of this hearer; what links the device stays. */
    letGo: async (session: string, hearer: Hearer): Promise<void> => {
      if (hearers.get(session) !== hearer) return
      hearers.delete(session)
      if (!partings.has(session)) await host.stop(session)
    },
    /** The device leaves the account, wherever its line was held, and its keys go. Rejects, and keeps them, when the network did not say so; the `last` time they go all the same. */
    part: async (session: string, last: boolean): Promise<void> => {
      const { promise: over, resolve: end } = Promise.withResolvers<void>()
      const parting: Parting = { changed: () => {}, giveUp: () => {}, over }
      partings.set(session, parting)
      const stop = (forget: boolean): Promise<void> =>
        host.stop(session, forget).finally(() => {
          partings.delete(session)
          end()
        })
      try {
        const { self } = await options.store.get(session, 'creds', ['self'])
        if (self !== undefined) await takeOut(session, parting)
      } catch (error) {
        if (!last) {
          await stop(false)
          throw error
        }
      }
      await stop(true)
    },
    /** Rejects when there is no line here, or the engine could not. */
    ask: (request: Parameters<EngineHost['ask']>[0]): Promise<unknown> => host.ask(request),
    load: (session: string) => host.load(session),
    health: () => host.health(),
    each: () => host.each(),
    close: (): Promise<void> => {
      for (const { giveUp } of partings.values()) giveUp(new Error('the product stops'))
      return host.close()
    },
  }
}
export type Lines = ReturnType<typeof createLines>

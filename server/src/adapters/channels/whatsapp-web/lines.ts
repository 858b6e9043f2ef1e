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

/** The lines that this process holds, each for one who listens. The engine's processes start with the first. */
export const createLines = (options: LinesOptions) => {
  const hearers = new Map<string, Hearer>()
  const host: EngineHost = createEngineHost({
    ...options,
    changed: (session, state) => hearers.get(session)?.changed(state),
    heard: (session, payload) => hearers.get(session)?.heard(payload) ?? Promise.reject(new Error('nobody listens')),
  })

  const partings = new Set<(why: Error) => void>()
  /** Opens a line for nothing but taking the device out of the account. Rejects when there is none to be had now; resolves also when there is nothing to take out any more. One that was being opened is not waited for: it may be put off for minutes. */
  const openToPart = async (session: string): Promise<void> => {
    await host.stop(session)
    await new Promise<void>((resolve, reject) => {
      const over = (): void => {
        clearTimeout(timer)
        partings.delete(giveUp)
      }
      const giveUp = (why: Error): void => {
        over()
        reject(why)
      }
      const timer = setTimeout(() => giveUp(new Error('no line to take leave by')), PARTING_MS)
      const changed = (now: SessionState): void => {
        if (now.state === 'error') giveUp(new Error(`no line to take leave by: ${now.cause}`))
        if (!['connected', 'logged_out', 'qr', 'code'].includes(now.state)) return
        over()
        resolve()
      }
      partings.add(giveUp)
      hearers.set(session, { changed, heard: () => Promise.reject(new Error('nobody listens')) })
      host.start(session)
    })
  }

  return {
    /** Holds a line for somebody. */
    hold: (session: string, hearer: Hearer, wanted: Wanted): void => {
      hearers.set(session, hearer)
      host.start(session, wanted)
    },
    /** Lets go of the line of this hearer; what links the device stays. */
    letGo: async (session: string, hearer: Hearer): Promise<void> => {
      if (hearers.get(session) !== hearer) return
      hearers.delete(session)
      await host.stop(session)
    },
    /** The device leaves the account, wherever its line was held, and its keys go. Rejects, and keeps them, when no line could be opened for it; the `last` time they go all the same. */
    part: async (session: string, last: boolean): Promise<void> => {
      const { self } = await options.store.get(session, 'creds', ['self'])
      const stop = async (forget: boolean): Promise<void> => {
        hearers.delete(session)
        await host.stop(session, forget)
      }
      try {
        if (self !== undefined && host.state(session)?.state !== 'connected') await openToPart(session)
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
      for (const giveUp of partings) giveUp(new Error('the product stops'))
      return host.close()
    },
  }
}
export type Lines = ReturnType<typeof createLines>

import { setTimeout as pause } from 'node:timers/promises'
import type { LineState, ListenEnd, Listening } from '#channels'
import { problem } from '../outbound/trouble.ts'
import { MOST_CODES } from './most-codes.ts'

/** How a session stands on the server that holds it. `away`: the server could not be asked now, or works on the session; it is asked again, no sooner than after the `seconds` that it asks for. `over`: not before a person acts. */
export type Standing =
  | { is: 'line'; line: Extract<LineState, { state: 'connecting' | 'linking' | 'qr' | 'code' | 'connected' }> }
  | { is: 'away'; cause: string; seconds?: number | null }
  | { is: 'over'; state: 'logged_out' | 'error'; cause: string; title: string; detail?: string }

/** ms between two looks: right after something changed, while a telephone is being linked and one change follows the other; while somebody waits for a code; while messages pass; and at most while the server is away. */
const CHANGED_MS = 150
const LINKING_MS = 1500
const WORKING_MS = 5000
const AWAY_MOST_MS = 60_000
/** ms that a server is left alone at most because it asks for that. */
const ASKED_MOST_MS = 15 * 60_000
/** ms after which what may have been missed is asked for again. */
const CATCH_UP_MS = 5 * 60_000

type Watched = {
  /** Names the codes of errors. */
  vendor: string
  look(): Promise<Standing>
  /** Stores what webhooks did not bring. Called when the line opens, and now and then while it is open. */
  catchUp(): Promise<void>
}

const rest = (milliseconds: number, signal: AbortSignal): Promise<unknown> => pause(milliseconds, null, { signal }).catch(() => {})

/** Watches a session that another program holds: tells how it stands, and catches up with what was missed, until it is over or nobody wants it. */
export const watchLine = async (
  { io, signal, alive, line }: Pick<Listening, 'io' | 'signal' | 'alive' | 'line'>,
  { vendor, look, catchUp }: Watched,
): Promise<ListenEnd> => {
  let told = ''
  let codes = 0
  let failures = 0
  let caughtUpAt: number | null = null
  let wait = CHANGED_MS
  const tell = async (state: LineState, key: string): Promise<void> => {
    if (key === told) return
    told = key
    wait = CHANGED_MS
    if (state.state === 'linking' || state.state === 'connected') codes = 0
    if (isCode(state)) codes += 1
    await line(state)
  }
  /** A server may show one code after the other for ever. */
  const lookWithin = async (): Promise<Standing> => {
    const seen = await look()
    const isNext = seen.is === 'line' && isCode(seen.line) && keyOf(seen.line) !== told
    return isNext && codes === MOST_CODES ? { is: 'over', state: 'error', cause: 'qr_expired', title: 'Nobody linked a telephone in time' } : seen
  }
  for (;;) {
    const seen = await lookWithin()
    if (signal.aborted) return { end: 'stopped' }
    if (seen.is === 'over') {
      await line({ state: seen.state, cause: seen.cause })
      return { end: 'failed', error: problem(`${vendor}.${seen.cause}`, seen.title, false, seen.detail) }
    }
    if (seen.is === 'away') {
      failures += 1
      caughtUpAt = null
      const away = Math.max(Math.min(LINKING_MS * 2 ** (failures - 1), AWAY_MOST_MS), Math.min((seen.seconds ?? 0) * 1000, ASKED_MOST_MS))
      await tell({ state: 'reconnecting', cause: seen.cause, retryAt: new Date(io.now().getTime() + away) }, `away ${seen.cause} ${failures}`)
      await rest(away, signal)
    } else {
      failures = 0
      alive()
      await tell(seen.line, keyOf(seen.line))
      const isOpen = seen.line.state === 'connected'
      if (!isOpen) caughtUpAt = null
      else if (caughtUpAt === null || io.now().getTime() - caughtUpAt >= CATCH_UP_MS) {
        caughtUpAt = io.now().getTime()
        await catchUp()
      }
      await rest(isOpen ? WORKING_MS : wait, signal)
      wait = Math.min(wait * 2, LINKING_MS)
    }
    if (signal.aborted) return { end: 'stopped' }
  }
}

const isCode = ({ state }: LineState): boolean => state === 'qr' || state === 'code'

/** The same code is no news, although it is good for a little longer. */
const keyOf = (line: Extract<Standing, { is: 'line' }>['line']): string => {
  switch (line.state) {
    case 'qr':
      return `qr ${line.qr}`
    case 'code':
      return `code ${line.code}`
    case 'connected':
      return `connected ${line.address}`
    case 'connecting':
    case 'linking':
      return line.state
  }
}

import { setTimeout as pause } from 'node:timers/promises'
import type { LinkingFacts } from '#channels'

/** What is told of a channel while it is linked. */
export type LinkingNews =
  | { is: 'qr' | 'code'; text: string; until: string }
  /** Nothing to scan at present: the line is opened, or was lost and is tried again. */
  | { is: 'waiting'; state: string; cause: string | null }
/** How it ended. `shown`: it was not waited for, or not for long enough. */
export type LinkingEnd =
  | { end: 'linked'; address: string | null }
  | { end: 'failed'; state: string; cause: string }
  | { end: 'not-linkable' }
  | { end: 'late'; shown: boolean }
  | { end: 'stopped' }

type Following = {
  read(): Promise<LinkingFacts>
  tell(news: LinkingNews): void
  /** ms that linking may take; 0 looks once. */
  patience: number
  signal: AbortSignal
  /** ms between two looks. */
  every: number
}

const judge = ({ state, detail, address, line }: LinkingFacts): LinkingNews | LinkingEnd => {
  if (state === 'disconnected') return { end: 'failed', state, cause: 'disconnected' }
  if (line === null) return { end: 'not-linkable' }
  switch (line.state) {
    case 'qr':
      return { is: 'qr', text: line.qr, until: line.until }
    case 'code':
      return { is: 'code', text: line.code, until: line.until }
    case 'connected':
    case 'importing':
      return { end: 'linked', address }
    case 'passkey_required':
    case 'logged_out':
    case 'error':
      return { end: 'failed', state: line.state, cause: detail ?? line.cause }
    case 'reconnecting':
      return { is: 'waiting', state: line.state, cause: line.cause }
    case 'connecting':
    case 'linking':
      return { is: 'waiting', state: line.state, cause: null }
  }
}

/** Follows a channel until it is linked, cannot be, or nobody waits any longer; each code and each state is told once. */
export const followLinking = async ({ read, tell, patience, signal, every }: Following): Promise<LinkingEnd> => {
  const began = performance.now()
  let told = ''
  let shown = false
  let mayLackNumber = true
  while (!signal.aborted) {
    const now = judge(await read())
    if ('end' in now) {
      // The number is stored a moment after the line is told to stand.
      if (now.end !== 'linked' || now.address !== null || !mayLackNumber) return now
      mayLackNumber = false
      await pause(every, null, { signal }).catch(() => {})
      continue
    }
    const key = now.is === 'waiting' ? `${now.state} ${now.cause}` : now.text
    if (key !== told) tell(now)
    told = key
    shown ||= now.is !== 'waiting'
    if (performance.now() - began >= patience) return { end: 'late', shown }
    await pause(every, null, { signal }).catch(() => {})
  }
  return { end: 'stopped' }
}

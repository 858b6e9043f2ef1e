import type { MessageError } from '@chasqui/contracts'
import type { SendOutcome } from '#channels'
import { clip } from '#platform/foreign-json/loose-json'

/** A refusal to do what was asked, or doubt whether it was done. */
export type Trouble = Exclude<SendOutcome, { result: 'accepted' }>

type Refusal = Extract<Trouble, { result: 'failed' }>

/** What went wrong, with at most 500 characters of what the vendor said. */
export const problem = (code: string, title: string, retryable: boolean, detail?: string): MessageError => ({
  code,
  title,
  retryable,
  ...(detail && { detail: clip(detail, 500) }),
})

/** Something that only a change of the message or its file can cure. */
export const failed = (code: string, title: string, detail?: string): Refusal => ({
  result: 'failed',
  error: problem(code, title, false, detail),
  windowClosed: false,
  pauseChannel: false,
})

/** Nobody has this address in the vendor's network. */
export const nobodyThere = (code: string, title: string, detail?: string): Trouble => ({ ...failed(code, title, detail), unreachable: 'no_account' })

/** To be tried again on the outbox's own curve; other messages need not wait for it. */
export const retryLater = (code: string, title: string, detail?: string): Trouble => ({
  result: 'retry',
  error: problem(code, title, true, detail),
  afterSeconds: null,
  scope: 'message',
})

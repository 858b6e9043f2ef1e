import type { IncomingMessage, ServerResponse } from 'node:http'
import { GraphProblem } from './graph-problem.ts'

export type Edge = 'messages' | 'media' | 'lookup' | 'download' | 'number' | 'subscription' | 'token'

/**
 * A failure to come, `times` times: by Graph `code`, or without a code as a bare HTTP `status` with `text` as its body (a gateway's page).
 * `after` lets so many calls pass before. `to` narrows it to one recipient, `edge` to one kind of call (default: messages). `later` accepts a send and reports the code in a failed status.
 */
export type Failure = {
  times: number
  after?: number
  edge?: Edge
  to?: string
  code?: number
  subcode?: number
  details?: string
  transient?: boolean
  status?: number
  text?: string
  retryAfter?: number
  later?: boolean
}

export type Faults = {
  /** Added to every call. */
  latencyMs: number
  /** Share (0-1) of accepted sends whose answer never comes: the connection is cut. */
  lostAnswers: number
  /** Share (0-1) of sends that never arrive: cut before anything is accepted. */
  lostRequests: number
  /** The next so many accepted sends lose their answer. */
  loseNext: number
  failures: Failure[]
}

export const noFaults = (): Faults => ({ latencyMs: 0, lostAnswers: 0, lostRequests: 0, loseNext: 0, failures: [] })

/** The script for this call, if there is one, counted down. */
export const takeFailure = (faults: Faults, edge: Edge, later: boolean, to?: string): Failure | undefined => {
  if (faults.failures.length === 0) return undefined
  const found = faults.failures.find(
    (one) => one.times > 0 && (one.edge ?? 'messages') === edge && (one.later ?? false) === later && (one.to === undefined || one.to === to),
  )
  if (!found) return undefined
  if (found.after !== undefined && found.after > 0) return void (found.after -= 1)
  found.times -= 1
  return found
}

/** Answers a bare HTTP failure; true when the call is over. Failures with a code are thrown as the Graph API's own. */
export const actOut = (failure: Failure | undefined, response: ServerResponse): boolean => {
  if (!failure) return false
  const { code, details, status, retryAfter } = failure
  if (code !== undefined)
    throw new GraphProblem(code, details ?? 'Scripted failure', { subcode: failure.subcode, status, retryAfter, transient: failure.transient })
  if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter)
  response.writeHead(status ?? 500, { 'content-type': 'text/html' }).end(failure.text ?? '<html>Bad gateway</html>')
  return true
}

/** True when this accepted send loses its answer. */
export const losesAnswer = (faults: Faults, random: () => number): boolean => {
  if (faults.loseNext > 0) return (faults.loseNext -= 1) >= 0
  return faults.lostAnswers > 0 && random() < faults.lostAnswers
}

export const cut = (request: IncomingMessage): void => void request.socket.destroy()

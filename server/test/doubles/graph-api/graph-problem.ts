import type { ServerResponse } from 'node:http'

/** HTTP statuses that Meta lists for its codes (indicative; clients must go by the code). Everything else is 400. */
const statuses: Record<number, number> = {
  0: 401,
  190: 401,
  3: 403,
  10: 403,
  1: 500,
  2: 503,
  131000: 500,
  131016: 503,
  131057: 503,
  130429: 429,
  368: 403,
  131031: 403,
  130497: 403,
  131005: 403,
  131045: 500,
  132001: 404,
}

export type ProblemMore = { subcode?: number | undefined; status?: number | undefined; retryAfter?: number | undefined; transient?: boolean | undefined }

/** A request that the Graph API refuses, with its code. Thrown by the checks and by fault scripts. */
export class GraphProblem extends Error {
  readonly code: number
  readonly details: string
  readonly more: ProblemMore
  constructor(code: number, details: string, more: ProblemMore = {}) {
    super(details)
    this.code = code
    this.details = details
    this.more = more
  }
}

let traces = 0

export const answerProblem = (response: ServerResponse, problem: GraphProblem): void => {
  const error = {
    message: `(#${problem.code}) ${problem.details}`,
    type: 'OAuthException',
    code: problem.code,
    ...(problem.more.subcode !== undefined && { error_subcode: problem.more.subcode }),
    ...(problem.more.transient !== undefined && { is_transient: problem.more.transient }),
    error_data: { messaging_product: 'whatsapp', details: problem.details },
    fbtrace_id: `T${(traces += 1)}`,
  }
  if (problem.more.retryAfter !== undefined) response.setHeader('retry-after', problem.more.retryAfter)
  answerJson(response, problem.more.status ?? statuses[problem.code] ?? 400, { error })
}

export const answerJson = (response: ServerResponse, status: number, body: unknown): void => {
  const text = JSON.stringify(body)
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }).end(text)
}

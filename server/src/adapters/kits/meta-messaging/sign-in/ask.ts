import type { AdapterIo } from '#channels'
import { createGraphAnswers, type GraphAnswer } from '../../graph/graph-answer.ts'
import { bearer, userAgent, type GraphRoot } from '../../graph/graph-call.ts'
import { messagingErrors } from '../errors.ts'
import type { Network } from '../network.ts'
import { proofOf, type HostApp } from './app.ts'

/** A person waits for each of these calls. */
const TIMEOUT_MS = 8_000
const ANSWER_BYTES = 1024 * 1024

/** The Graph API as the host's app asks it: for tokens in its own name (`token: null`), else in that of whoever signed in. */
export type AskAsApp = (path: string, query: Record<string, string>, token: string | null, io: AdapterIo) => Promise<GraphAnswer>

export const createAsk = (network: Network, root: GraphRoot, app: HostApp): AskAsApp => {
  const answers = createGraphAnswers(network.vendor, messagingErrors(network.vendor))
  return async (path, query, token, io) => {
    const search = new URLSearchParams({ ...query, ...(token !== null && { appsecret_proof: proofOf(app, token) }) })
    const answer = await io.request({
      method: 'GET',
      url: `${root.graphUrl.replace(/\/+$/, '')}/${root.graphVersion}/${path}?${search}`,
      headers: { ...userAgent, ...(token !== null && bearer(token)) },
      timeoutMs: TIMEOUT_MS,
      maxBytes: ANSWER_BYTES,
      redirects: 'same_origin',
    })
    // What Meta says here can quote a code or a token, and nothing of it is shown: the kind of trouble is enough.
    return answers.read(answer, () => '', io.now())
  }
}

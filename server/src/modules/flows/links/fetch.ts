import type { LinkError, LinkRequest, LinkResult } from '@chasqui/flow/steps/media/fetched'
import type { Tx } from '#platform/database/transaction'
import type { EgressAnswer } from '#platform/egress/egress'
import { Failure } from '#platform/failure'
import { hostOf } from '../calls/host.ts'
import type { CallPorts, Made } from '../calls/make.ts'
import { setOut } from '../calls/set-out.ts'
import { endTry, lockCall, takeCall, type Returned } from '../calls/store.ts'
import type { FlowsPorts } from '../ports.ts'
import { fileName } from './file-name.ts'
import { errorOfAnswer, errorOfFailure, isWell } from './verdict.ts'
import { linkLater } from './want.ts'

/** Milliseconds for a whole file. */
const longest = 60_000

type Begun = { request: LinkRequest; tries: number; host: string }

/**
 * Fetches the file that a link leads to, outside of any transaction, and keeps it. That it is there is written with the file's own row: a process that dies before
 * leaves nothing and it is fetched again, one that dies after it fetches nothing again.
 */
export const fetchLink = async (ports: CallPorts, tenantId: string, callId: string): Promise<Made> => {
  const begun = await ports.database.inTenant(tenantId, (tx) => begin(tx, ports, callId))
  if ('result' in begun) return begun
  const answer = await ask(ports, tenantId, begun)
  const error = errorOfAnswer(answer)
  if (error !== null || answer.result !== 'answer') return end(ports, tenantId, { callId, tries: begun.tries, error: error ?? 'lost' })
  const { request, tries } = begun
  const mime = answer.headers['content-type'] ?? null
  try {
    const file = { bytes: answer.body, mime, name: fileName(request, answer.headers), as: request }
    await ports.linked.keep(tenantId, file, (tx, kept) => endTry(tx, callId, tries, { file: kept } satisfies LinkResult))
    return { result: 'there' }
  } catch (failure) {
    // What may pass is tried again, for as long as the run waits.
    if (!(failure instanceof Failure) || failure.kind === 'unavailable') throw failure
    ports.log.info({ tenantId, callId, code: failure.code }, 'the file of a link was not kept')
    return end(ports, tenantId, { callId, tries, error: errorOfFailure(failure) })
  }
}

const ask = async (ports: CallPorts, tenantId: string, { request, host }: Begun): Promise<EgressAnswer> => {
  let wentWell = false
  try {
    const answer = await ports.request({ method: 'GET', url: request.url, timeoutMs: longest, maxBytes: ports.linked.mostBytes(request.kind) })
    wentWell = isWell(answer)
    return answer
  } finally {
    ports.gate.leave(tenantId, host, wentWell)
  }
}

const end = async (ports: CallPorts, tenantId: string, { callId, tries, error }: { callId: string; tries: number; error: LinkError }): Promise<Made> => {
  await ports.database.inTenant(tenantId, (tx) => endTry(tx, callId, tries, { error } satisfies LinkResult))
  return { result: 'there' }
}

/** Whether it is to be fetched now. */
const begin = async (tx: Tx, ports: CallPorts, callId: string): Promise<Made | Begun> => {
  const link = await lockCall<LinkRequest, LinkResult>(tx, callId)
  if (!link?.isAwaited) return { result: 'none' }
  if (link.outcome) return { result: 'there' }
  const { request, tries, isOut } = link
  const host = hostOf(request.url)
  const out = await setOut(tx, ports, { callId, host, tries, isOut })
  if (out !== 'paused') return 'result' in out ? out : { request, tries: out.tries, host }
  await endTry(tx, callId, tries, { error: 'paused' } satisfies LinkResult)
  return { result: 'there' }
}

/** What the fetch leads to, in the transaction that ends its job: another look, or the file for the run that waits. */
export const settleLink = async (tx: Tx, ports: FlowsPorts, callId: string, made: Made): Promise<(Returned<LinkResult> & { result: LinkResult }) | null> => {
  if (made.result === 'later') {
    linkLater(tx, callId, new Date(ports.now().getTime() + made.milliseconds))
    return null
  }
  const link = await takeCall<LinkResult>(tx, callId)
  return link?.result ? { ...link, result: link.result } : null
}

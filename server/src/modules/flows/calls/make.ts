import { secretsOf, type CallRequest } from '@chasqui/flow/steps/api_call/request'
import { failed, type CallError, type CallResult } from '@chasqui/flow/steps/api_call/result'
import type { Tx } from '#platform/database/transaction'
import type { FlowsPorts } from '../ports.ts'
import { exchange } from './exchange.ts'
import type { Gate } from './gate.ts'
import { hostOf } from './host.ts'
import { openSecrets } from './secrets.ts'
import { callLater, endTry, lockCall, takeCall, type Returned } from './store.ts'
import { setOut } from './set-out.ts'
import { isWell, verdictOf } from './verdict.ts'

export type CallPorts = FlowsPorts & { gate: Gate }

/** What is to be done after the work outside: bring the result back, do nothing, or come again. */
export type Made = { result: 'there' } | { result: 'none' } | { result: 'later'; milliseconds: number }

type Begun = { request: CallRequest; tries: number; secrets: Map<string, string>; host: string }

/**
 * Makes one try of a call, outside of any transaction. That it is out is written before it leaves, how it ended right after: a process that dies in between
 * leaves a try that may have arrived. It is made again, with the same key, only where the request may be repeated; else its result is lost.
 */
export const makeTry = async (ports: CallPorts, tenantId: string, callId: string): Promise<Made> => {
  const begun = await ports.database.inTenant(tenantId, (tx) => begin(tx, ports, callId))
  if ('result' in begun) return begun
  const { attempt } = await exchangeBy(ports, tenantId, begun, callId)
  const verdict = verdictOf(begun.request, begun.tries, attempt)
  const outcome = 'done' in verdict ? verdict.done : null
  await ports.database.inTenant(tenantId, (tx) => endTry(tx, callId, begun.tries, outcome))
  return 'done' in verdict ? { result: 'there' } : { result: 'later', milliseconds: verdict.againIn * 1000 }
}

const exchangeBy = async ({ request, gate, log }: CallPorts, tenantId: string, begun: Begun, key: string) => {
  let wentWell = false
  try {
    const exchanged = await exchange(begun.request, { request, secrets: begun.secrets, key })
    wentWell = isWell(exchanged.attempt)
    if (!wentWell) log.info({ tenantId, callId: key, tries: begun.tries, result: exchanged.attempt.result }, 'a call of a flow did not go well')
    return exchanged
  } finally {
    gate.leave(tenantId, begun.host, wentWell)
  }
}

/** Whether a try is to leave now, and with what. */
const begin = async (tx: Tx, ports: CallPorts, callId: string): Promise<Made | Begun> => {
  const call = await lockCall(tx, callId)
  if (!call?.isAwaited) return { result: 'none' }
  if (call.outcome) return { result: 'there' }
  const { request, tries, isOut } = call
  const end = async (error: CallError): Promise<Made> => {
    await endTry(tx, callId, tries, failed(error))
    return { result: 'there' }
  }
  if (isOut && !request.repeatable) return end('lost')
  const address = request.url.map((part) => (typeof part === 'string' ? part : '')).join('')
  const secrets = await openSecrets(tx, ports, secretsOf(request), address)
  if (secrets === null) return end('secret')
  const host = hostOf(address)
  const out = await setOut(tx, ports, { callId, host, tries, isOut })
  if (out === 'paused') return end('paused')
  return 'result' in out ? out : { request, tries: out.tries, secrets, host }
}

/** What the try leads to, in the transaction that ends its job: another one, or the result for the run that waits. */
export const settleCall = async (tx: Tx, ports: FlowsPorts, callId: string, made: Made): Promise<(Returned & { result: CallResult }) | null> => {
  if (made.result === 'later') {
    callLater(tx, callId, new Date(ports.now().getTime() + made.milliseconds))
    return null
  }
  const call = await takeCall(tx, callId)
  return call?.result ? { ...call, result: call.result } : null
}

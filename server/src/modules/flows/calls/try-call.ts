import type { FlowNode, TriedCall } from '@chasqui/contracts'
import { requestOf, secretsOf, type CallRequest } from '@chasqui/flow/steps/api_call/request'
import { failed, type CallError, type CallResult } from '@chasqui/flow/steps/api_call/result'
import { Failure } from '#platform/failure'
import type { FlowsPorts } from '../ports.ts'
import { exchange, type Exchanged } from './exchange.ts'
import { hostOf } from './host.ts'
import { openSecrets } from './secrets.ts'
import { verdictOf } from './verdict.ts'

/** What is shown of an answer: enough to choose paths on. */
const longestBody = 20_000
const mostHeaders = 30
const longestHeader = 300

type Wanted = { step: Extract<FlowNode, { type: 'api_call' }>; variables: Record<string, string | number | boolean> }

/** Makes the call of a step once, as its author is writing it, with these values. */
export const tryCall = async (ports: FlowsPorts, tenantId: string | null, { step, variables }: Wanted): Promise<TriedCall> => {
  if (tenantId === null) throw new Failure('forbidden', 'tenant.none', 'Choose an organisation first.')
  const made = requestOf(step, (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined))
  if ('fault' in made) return notMade(made.fault)
  // Tried once, so that what is shown is what was answered.
  const request: CallRequest = { ...made.request, retries: 0 }
  const address = request.url.map((part) => (typeof part === 'string' ? part : '')).join('')
  const secrets = await ports.database.inTenant(tenantId, async (tx) => {
    tx.record({ after: { method: request.method, host: hostOf(address) } })
    return openSecrets(tx, ports, secretsOf(request), address)
  })
  if (secrets === null) return notMade('secret')
  const exchanged = await exchange(request, { request: ports.request, secrets, key: ports.newId() })
  const verdict = verdictOf(request, 1, exchanged.attempt)
  return shown(exchanged, 'done' in verdict ? verdict.done : failed('lost'))
}

const notMade = (error: CallError): TriedCall => ({ error, reason: null, status: null, headers: {}, body: '', isCut: false, milliseconds: 0, values: {} })

const shown = ({ attempt, headers, milliseconds }: Exchanged, { status, error, values }: CallResult): TriedCall => {
  const body = attempt.result === 'answer' ? attempt.body : ''
  const told = Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'set-cookie')
  return {
    error,
    reason: attempt.result === 'answer' ? null : attempt.reason.slice(0, 300),
    status,
    headers: Object.fromEntries(told.slice(0, mostHeaders).map(([name, value]) => [name, value.slice(0, longestHeader)])),
    body: body.slice(0, longestBody).toWellFormed(),
    isCut: body.length > longestBody,
    milliseconds,
    values,
  }
}

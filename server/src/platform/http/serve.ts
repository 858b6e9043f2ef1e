import type { RouteContract } from '@chasqui/contracts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { withActs, type CallOfActs } from '../acts/sign.ts'
import type { Database } from '../database/open.ts'
import type { Sight } from '../database/sight.ts'
import type { Tx } from '../database/transaction.ts'
import { Failure } from '../failure.ts'
import { withLogContext } from '../log.ts'
import { actsOf, subjectOf } from './acts.ts'
import { isWorthRepeating } from './database-error.ts'
import type { AnyCall, RegisteredRoute } from './handler.ts'
import { once, readIdempotencyKey, type Reply } from './idempotency.ts'
import { readInput } from './validation.ts'

export type ServePorts = {
  inTenant: Database['inTenant']
  now: () => Date
  /** The header in which a trusted proxy tells the caller's country; null where there is none. */
  countryHeader?: string | null
}

/** The answer as the contract describes it: unknown fields are left out; one that does not fit is a bug, told by its places. */
const fit = ({ id, response }: RouteContract, answer: unknown): Reply => {
  if (response.body === null) return { status: response.status, text: null, replayed: false }
  const result = response.body.safeParse(answer)
  if (result.success) return { status: response.status, text: JSON.stringify(result.data), replayed: false }
  const places = result.error.issues.slice(0, 10).map((issue) => `${issue.path.map(String).join('.') || '(whole)'}: ${issue.message}`)
  throw new Error(`answer of ${id} does not fit its contract: ${places.join('; ')}`)
}

/** One transaction for the whole call; once more when the database asks for it. */
const inOneTransaction = async (ports: ServePorts, tenantId: string, sight: Sight, work: (tx: Tx) => Promise<Reply>): Promise<Reply> => {
  try {
    return await ports.inTenant(tenantId, work, sight)
  } catch (error) {
    if (!isWorthRepeating(error)) throw error
    return ports.inTenant(tenantId, work, sight)
  }
}

/** The record of an act of which no verb has spoken. */
const recordAct = (tx: Tx, { action }: CallOfActs, { params }: AnyCall, answer: unknown): void => {
  const subject = subjectOf(action!, params, answer)
  tx.record({ ...(subject && { subject }) })
}

/** A route that opens its own transactions records its acts in them: a record that is written after a commit would be lost with a kill in between. */
const answerCall = async ({ contract, handle }: RegisteredRoute, _ports: ServePorts, call: AnyCall): Promise<Reply> => fit(contract, await handle(call))

const answerInTenant = (route: RegisteredRoute, ports: ServePorts, call: AnyCall, acts: CallOfActs): Promise<Reply> => {
  const { userId, tenantId, reach, hides } = call.actor!
  if (tenantId === null) throw new Failure('forbidden', 'tenant.none', 'Choose an organisation first.')
  return inOneTransaction(ports, tenantId, { userId, reach, hides }, (tx) => {
    // The transaction may be a repetition of one that was rolled back with its records.
    acts.recorded = false
    const work = async () => {
      const answer = await route.handle({ ...call, tx })
      if (acts.action && !acts.recorded) recordAct(tx, acts, call, answer)
      return fit(route.contract, answer)
    }
    return call.idempotencyKey === null ? work() : once(tx, userId, call.idempotencyKey, call.request, ports.now(), work)
  })
}

const readCall = (contract: RouteContract, request: FastifyRequest, reply: FastifyReply): AnyCall => ({
  ...readInput(contract, request),
  actor: request.actor,
  tx: undefined,
  request,
  reply,
  requestId: request.id,
  idempotencyKey: contract.idempotency ? readIdempotencyKey(request) : null,
})

const send = (reply: FastifyReply, answer: Reply): FastifyReply => {
  if (answer.replayed) reply.header('Idempotency-Replayed', 'true')
  reply.code(answer.status)
  return answer.text === null ? reply.send() : reply.type('application/json; charset=utf-8').send(answer.text)
}

/** Makes Fastify's handler of a route: validate, run (within the tenant), check the answer, send it. */
export const serve = (route: RegisteredRoute, ports: ServePorts) => {
  const { response, tenant } = route.contract
  const answer = tenant === 'member' ? answerInTenant : answerCall
  const sendsItself = response.body === null && response.status !== 204
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const call = readCall(route.contract, request, reply)
    const facts = { requestId: request.id, ...(call.actor?.tenantId && { tenantId: call.actor.tenantId }) }
    const acts = actsOf(route.contract, call, ports.countryHeader ?? null)
    const result = await withLogContext(facts, () => withActs(acts, () => answer(route, ports, call, acts)))
    return sendsItself || (response.alsoAs && reply.sent) ? reply : send(reply, result)
  }
}

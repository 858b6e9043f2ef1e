import type { Answer, BodyInput, Params, QueryInput, RouteContract } from '@chasqui/contracts'
import { queryOptions } from '@tanstack/react-query'
import { currentToken, dropToken, renewToken } from './access-token.ts'
import { ApiProblem, isProblem, problemOf } from './api-problem.ts'
import { urlOf } from './api-request.ts'
import { newId } from './new-id.ts'
import { learnServerTime } from './server-clock.ts'
import { followDemand } from './two-factor-first.ts'

/**
 * The typed client. Routes come from the contracts; the build keeps only their method and path (see build/light-routes.ts).
 *
 *   import { conversationRoutes } from '@chasqui/contracts/http/conversations'
 *   const page = await call(conversationRoutes.list, { query: { tab: 'open' } }, { signal })
 *   await call(conversationRoutes.close, { params: { id }, body: { reason } })
 *   const { data } = useQuery(asked(conversationRoutes.counts, { query: { view: 'mine' } }))
 *
 * Refusals are thrown as `ApiProblem`. A token that ran out is renewed and the request repeated once; when the session itself has
 * ended, the request waits until the person signed in again over the page and then goes on.
 */
type Part<Name extends string, Value> = [Value] extends [undefined]
  ? { [K in Name]?: undefined }
  : undefined extends Value
    ? { [K in Name]?: Value }
    : { [K in Name]: Value }
type Loose<T> = T extends object ? ({} extends T ? T | undefined : T) : T
export type Input<C extends RouteContract> = Part<'params', Params<C>> & Part<'query', Loose<QueryInput<C>>> & Part<'body', Loose<BodyInput<C>>>
type InputArgument<C extends RouteContract> = {} extends Input<C> ? [input?: Input<C>, options?: CallOptions] : [input: Input<C>, options?: CallOptions]
export type CallOptions = {
  signal?: AbortSignal
  /** Keep one key over all attempts of one intended effect; without it every call is its own effect. */
  idempotencyKey?: string
}

/** Set by the session: resolves when somebody signed in again. */
let signInAgain: ((signal?: AbortSignal) => Promise<void>) | null = null
export const onSignInNeeded = (wait: typeof signInAgain) => {
  signInAgain = wait
}

type Values = Record<string, unknown>
type Loaded = { params?: Values; query?: Values; body?: unknown }

const headersOf = (contract: RouteContract, body: unknown, token: string | null, idempotencyKey: string) => ({
  ...(token && { authorization: `Bearer ${token}` }),
  ...(body !== undefined && { 'content-type': 'application/json' }),
  ...(contract.idempotency && { 'idempotency-key': idempotencyKey }),
})

const ask = async (contract: RouteContract, input: Loaded, token: string | null, options: CallOptions & { idempotencyKey: string }) => {
  const body = input.body ?? (contract.method === 'GET' || contract.method === 'DELETE' ? undefined : {})
  try {
    const answer = await fetch(urlOf(contract.path, input.params, input.query), {
      method: contract.method,
      credentials: 'same-origin',
      signal: options.signal ?? null,
      headers: headersOf(contract, body, token, options.idempotencyKey),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    learnServerTime(answer.headers.get('date'))
    return answer
  } catch (error) {
    if (options.signal?.aborted) throw error
    throw new ApiProblem({ status: 0, code: 'offline' })
  }
}

/** Routes of signing in carry their own proof; a 401 from them is an answer, not a token that ran out. */
const needsToken = ({ permission }: RouteContract) => permission !== 'public'

/** A token that works, however long the person takes to sign in again. */
export const usableToken = async (signal?: AbortSignal): Promise<string | null> => {
  try {
    return currentToken() ?? (await renewToken()).accessToken
  } catch (problem) {
    if (!isProblem(problem) || problem.status !== 401 || !signInAgain) throw problem
    await signInAgain(signal)
    return currentToken()
  }
}

const answerOf = async (contract: RouteContract, input: Loaded, given: CallOptions): Promise<Response> => {
  const options = { ...given, idempotencyKey: given.idempotencyKey ?? newId() }
  if (!needsToken(contract)) return ask(contract, input, null, options)
  const answer = await ask(contract, input, await usableToken(given.signal), options)
  if (answer.status !== 401) return answer
  dropToken()
  return ask(contract, input, await usableToken(given.signal), options)
}

/** One request. Throws `ApiProblem`, or the abort reason of the signal. */
export const call = async <const C extends RouteContract>(contract: C, ...[input, options = {}]: InputArgument<C>): Promise<Answer<C>> => {
  const answer = await answerOf(contract, input ?? {}, options)
  if (!answer.ok) throw followDemand(await problemOf(answer))
  if (answer.status === 204 || !answer.headers.get('content-type')?.includes('json')) return undefined as Answer<C>
  return (await answer.json()) as Answer<C>
}

/** The cache key of a read: `[route id, input]`. The route's id alone matches every input: `invalidateQueries({ queryKey: [route.id] })`. */
export const keyOf = <const C extends RouteContract>(contract: C, input?: Input<C>) => (input === undefined ? [contract.id] : [contract.id, input])

/** Options of `useQuery` for a read. */
export const asked = <const C extends RouteContract>(contract: C, ...[input]: InputArgument<C>) =>
  queryOptions({
    queryKey: keyOf(contract, input),
    queryFn: ({ signal }) => call(contract, ...([input, { signal }] as unknown as InputArgument<C>)),
  })

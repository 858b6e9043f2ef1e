import { authRoutes, type Answer, type Params, type QueryInput, type RouteContract, type Session } from '@chasqui/contracts'
import { StartError } from '../../platform/start-error.ts'

type Input<C extends RouteContract> = { params?: Params<C>; query?: Partial<QueryInput<C>>; body?: unknown }

/** The running product's HTTP interface for one member of one organisation. */
export type ProductSession = {
  tenantId: string
  tenantName: string
  /** Rejects with `Refused` when the product answers with a problem, with fetch's own error when it does not answer. */
  ask<C extends RouteContract>(route: C, input?: Input<C>): Promise<Answer<C>>
  /** Ends the session at the product. */
  close(): Promise<void>
}

/** The product's answer was a problem. */
export class Refused extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.name = 'Refused'
    this.status = status
  }
}

/** Longest wait for one answer, in ms: a product that hangs must not hang its listener for good. */
const patience = 15_000

const addressOf = ({ path }: RouteContract, params: Record<string, string> = {}, query: Record<string, unknown> = {}): string => {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams(Object.entries(query).map(([name, value]): [string, string] => [name, String(value)])).toString()
  return search ? `${filled}?${search}` : filled
}

const request = async <C extends RouteContract>(product: string, route: C, { params, query, body }: Input<C>, token: string | null): Promise<Answer<C>> => {
  const answer = await fetch(`${product}${addressOf(route, params as Record<string, string>, query)}`, {
    method: route.method,
    headers: { ...(token !== null && { authorization: `Bearer ${token}` }), ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(patience),
  })
  if (answer.ok) return (answer.status === 204 ? undefined : await answer.json()) as Answer<C>
  const problem = (await answer.json().catch(() => ({}))) as { detail?: string; title?: string }
  throw new Refused(answer.status, problem.detail ?? problem.title ?? `HTTP ${answer.status}`)
}

const inBody = { tokenDelivery: 'body' } as const

const tenantIn = ({ tenants }: Session, slug: string | undefined): Session['tenants'][number] => {
  const tenant = slug === undefined ? tenants[0] : tenants.find((one) => one.slug === slug)
  if (tenant) return tenant
  const known = tenants.map((one) => one.slug).join(', ') || 'none'
  throw new StartError('configuration', 'There is nothing to listen to.', `This account has no organisation "${slug ?? ''}".`, `Its organisations: ${known}.`)
}

/** Signs in with a one-use key. The access token is renewed whenever the product says that it ran out. */
export const openSession = async (product: string, key: string, slug?: string): Promise<ProductSession> => {
  let session: Session = await request(product, authRoutes.link, { body: { key, ...inBody } }, null)
  const { tenantId, name } = tenantIn(session, slug)
  const renew = async () => {
    session = await request(product, authRoutes.refresh, { body: { refreshToken: session.refreshToken, tenantId, ...inBody } }, null)
  }
  await renew()
  return {
    tenantId,
    tenantName: name,
    ask: async (route, input = {}) => {
      try {
        return await request(product, route, input, session.accessToken)
      } catch (error) {
        if (!(error instanceof Refused && error.status === 401)) throw error
        await renew()
        return request(product, route, input, session.accessToken)
      }
    },
    close: () => request(product, authRoutes.logout, { body: { refreshToken: session.refreshToken } }, null),
  }
}

import { auditActions, permissions, type RouteContract } from '@chasqui/contracts'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
const rates = ['read', 'write', 'auth', 'session', 'upload', 'webhook', 'simulator']
const access: string[] = ['public', 'signed-in', 'signature', 'host', ...permissions]
const isSchemaOrNull = (value: unknown) => value === null || (typeof value === 'object' && value !== null && 'safeParse' in value)

const isAction = (value: unknown) => (auditActions as readonly unknown[]).includes(value)

/** Each decision a contract must make, with the test that it was made. A field that is missing is `undefined` and fails its test. */
const decisions: Record<keyof RouteContract, (contract: RouteContract) => boolean> = {
  id: ({ id }) => typeof id === 'string' && /^[a-zA-Z0-9]+(\.[a-zA-Z0-9]+)+$/.test(id),
  method: ({ method }) => methods.includes(method),
  path: ({ path }) => typeof path === 'string' && /^\/api(\/:?[\w-]+)+$/.test(path),
  audit: ({ audit, method }) => (audit === undefined ? method === 'GET' : isAction(audit) || (typeof audit === 'object' && audit.none.length > 0)),
  summary: ({ summary }) => typeof summary === 'string' && summary.length > 0,
  permission: ({ permission }) => access.includes(permission),
  tenant: ({ tenant }) => tenant === 'member' || tenant === 'none',
  rate: ({ rate }) => rates.includes(rate),
  beforeTwoFactor: ({ beforeTwoFactor, permission }) => beforeTwoFactor === undefined || (beforeTwoFactor && permission === 'signed-in'),
  idempotency: ({ idempotency }) => typeof idempotency === 'boolean',
  params: ({ params }) => isSchemaOrNull(params),
  query: ({ query }) => isSchemaOrNull(query),
  body: ({ body }) => isSchemaOrNull(body),
  response: ({ response }) => [200, 201, 202, 204].includes(response?.status) && isSchemaOrNull(response.body),
}

/** Parameter names in a path, in order. */
const pathParams = (path: string): string[] => [...path.matchAll(/:([\w]+)/g)].map((match) => match[1]!)

/** Nobody has to be signed in. */
export const isOpen = ({ permission }: RouteContract): boolean => permission === 'public' || permission === 'signature'

/** What does not fit together although each field is there. */
const contradictions: [sentence: string, holds: (contract: RouteContract) => boolean][] = [
  [
    'its params do not name exactly the parameters of its path',
    ({ path, params }) =>
      Object.keys(params?.shape ?? {})
        .sort()
        .join() !== pathParams(path).sort().join(),
  ],
  ['only a caller with a permission has a tenant', (contract) => contract.tenant === 'member' && isOpen(contract)],
  ['idempotency is stored with the tenant', ({ idempotency, tenant }) => idempotency && tenant !== 'member'],
  ['a stream cannot be sent within a transaction', ({ response, tenant }) => response.body === null && response.status !== 204 && tenant === 'member'],
  ['a 204 has no body', ({ response }) => response.status === 204 && response.body !== null],
  ['a GET has no body', ({ method, body }) => method === 'GET' && body !== null],
]

const addresses = new WeakMap<RouteContract, string>()
/** The same for two routes that one request could mean. */
const addressOf = (contract: RouteContract): string => {
  const known = addresses.get(contract) ?? `${contract.method} ${contract.path.replaceAll(/:\w+/g, ':')}`
  addresses.set(contract, known)
  return known
}

/** Refuses a contract that leaves a decision open, contradicts itself, or repeats an id or address. Throws, so that the product does not start. */
export const checkContract = (contract: RouteContract, known: RouteContract[]): void => {
  const refuse = (why: string): never => {
    throw new Error(`route ${contract.id ?? contract.path}: ${why}`)
  }
  for (const [field, decided] of Object.entries(decisions)) if (!decided(contract)) refuse(`field "${field}" is missing or wrong`)
  for (const [sentence, contradicts] of contradictions) if (contradicts(contract)) refuse(sentence)
  if (known.some((other) => other.id === contract.id)) refuse('the id is taken')
  const address = addressOf(contract)
  if (known.some((other) => addressOf(other) === address)) refuse(`${contract.method} ${contract.path} is taken`)
}

export type Address = Pick<RouteContract, 'path'> & { method: string }

/** Methods that a concrete path takes, for 405 and its `Allow`. */
export const methodsAt = (addresses: readonly Address[], path: string): string[] => {
  const parts = path.replace(/\/$/, '').split('/')
  const fits = (address: Address) => {
    const pattern = address.path.split('/')
    return pattern.length === parts.length && pattern.every((part, index) => part.startsWith(':') || part === parts[index])
  }
  return [...new Set(addresses.filter(fits).map(({ method }) => method))]
}

import { setTimeout as pause } from 'node:timers/promises'
import { ownerEmail, ownerPassword } from './start-product.ts'

/** The product's HTTP interface as a signed-in person, the owner unless another one is named, uses it. Waits where the product asks to (429, 503), signs in again when the token is over. */
export type Api = {
  get<Body>(path: string): Promise<Body>
  send<Body>(method: 'POST' | 'PUT' | 'PATCH', path: string, body: unknown): Promise<Body>
  /** Every item of a list, page by page. */
  all<Item>(path: string): Promise<Item[]>
}

type Session = { accessToken: string }
type Page<Item> = { items: Item[]; nextCursor: string | null }

type Credentials = { email: string; password: string }
const owner: Credentials = { email: ownerEmail, password: ownerPassword }

/** An access token. `from`: the address of the caller as a trusted proxy tells it, since one address may sign in so often only. */
export const signInAs = async (url: string, who: Credentials, from?: string): Promise<string> => {
  const answer = await fetch(`${url}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(from && { 'x-forwarded-for': from }) },
    body: JSON.stringify({ ...who, tokenDelivery: 'body' }),
  })
  if (!answer.ok) throw new Error(`sign-in was refused with ${answer.status}: ${await answer.text()}`)
  return ((await answer.json()) as Session).accessToken
}

/** `from` as in `signInAs`. */
export const openApi = async (url: string, who = owner, from?: string): Promise<Api> => {
  let token = await signInAs(url, who, from)

  const call = async <Body>(method: string, path: string, body?: unknown, mayRenew = true): Promise<Body> => {
    const answer = await fetch(url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (answer.status === 429 || answer.status === 503) {
      await pause(Number(answer.headers.get('retry-after') ?? 1) * 1000)
      return call(method, path, body, mayRenew)
    }
    if (answer.status === 401 && mayRenew) {
      token = await signInAs(url, who, from)
      return call(method, path, body, false)
    }
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`)
    return (await answer.json()) as Body
  }

  const all = async <Item>(path: string): Promise<Item[]> => {
    const items: Item[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Page<Item> = await call('GET', `${path}${path.includes('?') ? '&' : '?'}limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
      items.push(...page.items)
      cursor = page.nextCursor
    }
    return items
  }

  return { get: (path) => call('GET', path), send: (method, path, body) => call(method, path, body), all }
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hashPassword, verifyPassword } from '../../server/src/platform/crypto/password.ts'
import { openApi, type Api } from '../product/api.ts'
import { freePort } from '../product/free-port.ts'
import { startProduct } from '../product/start-product.ts'
import { fillMessages, type Filled } from './fill-messages.ts'
import { emailOf, fillPeople, peoplesPassword } from './fill-people.ts'
import { timesOf, type Times } from './percentiles.ts'

export type TenantTimes = Filled & { people: number; fillSeconds: number; pages: Record<string, Times>; login: Times; hashing: Times; renewal: Times }

const tenants = 200
const samples = 100

const timed = async (work: (index: number) => Promise<unknown>): Promise<Times> => {
  const took: number[] = []
  // The first calls compile code and open connections; a busy installation has done that.
  for (let index = -10; index < samples; index++) {
    const startedAt = performance.now()
    await work(index)
    if (index >= 0) took.push(performance.now() - startedAt)
  }
  return timesOf(took)
}

type Session = { refreshToken: string }

/** Signs in as somebody of the installation, from an address of their own: as people do, and so that the limit for one address is not what is measured. */
const signIn = async (url: string, person: number): Promise<Session> => {
  const answer = await fetch(`${url}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': `203.0.${person % 250}.${Math.floor(person / 250) % 250}` },
    body: JSON.stringify({ email: emailOf(person), password: peoplesPassword, tokenDelivery: 'body' }),
  })
  if (!answer.ok) throw new Error(`sign-in was refused with ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as Session
}

const renew = async (url: string, refreshToken: string): Promise<string> => {
  const answer = await fetch(`${url}/api/auth/refresh`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ refreshToken }),
  })
  return ((await answer.json()) as Session).refreshToken
}

type TenantPage = { items: { id: string }[]; nextCursor: string | null }

const measureConsole = async (api: Api): Promise<Record<string, Times>> => {
  const { items, nextCursor } = await api.get<TenantPage>('/api/tenants?limit=100')
  return {
    'console, all 200 at once': await timed(() => api.get('/api/tenants?limit=200')),
    'console, a page of 50': await timed(() => api.get('/api/tenants?limit=50')),
    'console, a page further down': await timed(() => api.get(`/api/tenants?limit=50&cursor=${encodeURIComponent(nextCursor ?? '')}`)),
    'console, a search': await timed(() => api.get('/api/tenants?limit=200&q=tenant%201')),
    'console, one organisation': await timed((index) => api.get(`/api/tenants/${items[(index + 10) % items.length]!.id}`)),
    'console, the installation': await timed(() => api.get('/api/host/installation')),
  }
}

/** 200 organisations with 20 people each and conversations of very different number: what their host's pages and a sign-in cost, one call at a time. */
export const measureTenants = async (tell: (line: string) => void): Promise<TenantTimes> => {
  await using opened = new AsyncDisposableStack()
  const dataDir = mkdtempSync(join(tmpdir(), 'chasqui-bench-'))
  opened.defer(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }))
  const environment = { LOG_LEVEL: 'warn', TRUST_PROXY: 'loopback' }
  const { url, stop } = await startProduct({ dataDir, port: await freePort(), graphUrl: 'http://127.0.0.1:1', environment })
  opened.defer(stop)
  tell(`filling the database with ${tenants} organisations`)
  const startedAt = performance.now()
  const filled = await fillMessages(dataDir, { messages: 200_000, conversations: 40_000, tenants })
  const people = await fillPeople(dataDir)
  const fillSeconds = (performance.now() - startedAt) / 1000
  tell(`filled in ${fillSeconds.toFixed(0)} s`)

  const pages = await measureConsole(await openApi(url))
  const login = await timed((index) => signIn(url, 1 + (index + 10) * 36))
  const hash = await hashPassword(peoplesPassword)
  const hashing = await timed(() => verifyPassword(peoplesPassword, hash))
  let { refreshToken } = await signIn(url, people)
  const renewal = await timed(async (index) => {
    // One session may be renewed 60 times a minute.
    if (index % 40 === 0) ({ refreshToken } = await signIn(url, people - 1 - index / 40))
    refreshToken = await renew(url, refreshToken)
  })
  return { ...filled, people, fillSeconds, pages, login, hashing, renewal }
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { authRoutes, type Role } from '@chasqui/contracts'
import { newId } from '#platform/ids'
import { compose, type Product } from '../../src/compose.ts'
import { listenNearby } from '../../src/cli/listen.ts'
import { readConfig } from '../../src/config.ts'
import { worksOnJobs } from '../../src/main.ts'
import { createApi, type Api } from './api.ts'
import { atEnd, newDatabase } from './cluster.ts'
import { openScreen, type Screen } from './screen.ts'
import { environment, hasUsualDemo, ownerEmail } from './settings.ts'
import { createUntil, type Until } from './until.ts'

export type Person = { api: Api; userId: string; tenantId: string; email: string }
export type RunningProduct = {
  url: string
  product: Product
  adminUrl: string
  dataDir: string
  /** The database behind the scenes, as its superuser: for what no interface shows. */
  admin: pg.Client
  anybody: Api
  /** The owner of the demo tenant. */
  owner: Person
  ownersScreen: Screen
  until: Until
  /** Resolves when nothing that is due is left to do: what has not happened by then does not happen. */
  idle(): Promise<void>
  /** Resolves when all that was done has its place in the audit trail, which it gets right after its commit. */
  chained(): Promise<void>
  /** Signs in by a one-use link: a new session for a new access token. */
  signIn(email: string): Promise<Person>
  /** The same people with new sessions: moving the clock outlives one, and what a role allows is held for a moment. */
  signInAgain(...people: Person[]): Promise<void>
  /** A new member of a tenant with a role, signed in. */
  addMember(tenantId: string, role: Role): Promise<Person>
  /** Another tenant with an owner of its own. */
  addTenant(name: string): Promise<Person>
  clock: { now(): Promise<Date>; set(instant: Date): Promise<void>; advance(ms: number): Promise<void> }
  stop(): Promise<void>
}

export type Wishes = {
  env?: Record<string, string>
  /** The administrator's address of a database to go on with; default: a fresh one. */
  adminUrl?: string
  dataDir?: string
}

/** The whole product, listening and at work, as `npm start` has it; stopped at the end of the test file if not before. */
export const startProduct = async ({ env = {}, adminUrl, dataDir }: Wishes = {}): Promise<RunningProduct> => {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'chasqui-story-'))
  const config = readConfig(environment(folder, env))
  const database = adminUrl ?? (await newDatabase(hasUsualDemo(env) ? 'demo' : 'tables'))
  const product = await compose(config, database)
  const port = await listenNearby((port, host) => product.listen(port, host), { host: '127.0.0.1', port: 0, mayMove: true })
  if (worksOnJobs(config)) await product.startWork()
  const url = `http://127.0.0.1:${port}`
  const admin = new pg.Client({ connectionString: database })
  await admin.connect()
  const anybody = createApi(url, null)

  const signIn = async (email: string): Promise<Person> => {
    const key = await product.operations.createSignInLink(email)
    const session = await createApi(url, null).ask(authRoutes.link, { body: { key, tokenDelivery: 'body' } })
    const api = createApi(url, session.accessToken)
    const me = await api.ask(authRoutes.me)
    return { api, userId: session.user.id, tenantId: me.tenantId!, email }
  }
  const signInAgain = async (...people: Person[]): Promise<void> => {
    for (const person of people) Object.assign(person.api, (await signIn(person.email)).api)
  }
  const addMember = async (tenantId: string, role: Role): Promise<Person> => {
    const [userId, email] = [newId(), `${role}-${newId()}@example.com`]
    // At once: whoever belongs nowhere is cleaned away.
    await admin.query(
      `with made as (insert into identity."user" (id, email, name, created_at, updated_at) values ($1, $2, $3, now(), now()) returning id)
       insert into identity.membership (tenant_id, user_id, role, created_at) select $4, id, $5, now() from made`,
      [userId, email, role, tenantId, role],
    )
    return signIn(email)
  }
  const addTenant = async (name: string): Promise<Person> => {
    const email = `owner-${newId()}@example.com`
    await product.operations.createTenant({ name, ownerEmail: email })
    return signIn(email)
  }

  const owner = await signIn(ownerEmail)
  const ownersScreen = await openScreen(url, owner.api.token!)
  const moveClock = async (method: string, path: string, body: unknown) => {
    const reply = await anybody.send<{ now: string }>(method, path, body)
    if (reply.status !== 200) throw new Error(`the clock did not move: ${reply.text}`)
    return new Date(reply.body.now)
  }
  const clock = {
    now: () => moveClock('GET', '/api/test/clock', undefined),
    set: async (instant: Date) => void (await moveClock('PUT', '/api/test/clock', { now: instant.toISOString() })),
    advance: async (ms: number) => void (await moveClock('POST', '/api/test/clock/advance', { ms })),
  }

  const until = createUntil(ownersScreen.onAny)
  const idle = async () =>
    void (await until(async () => {
      const { rows } = await admin.query<{ busy: boolean; due: Date | null }>(
        `select exists (select 1 from platform.outbox where state = 'processing') or exists (select 1 from platform.event_pending) as busy,
           least((select min(run_at) from platform.job), (select min(not_before) from platform.outbox where state = 'pending')) as due`,
      )
      const { busy, due } = rows[0]!
      // The time is asked afterwards: what was added between an earlier question and the look would seem to be due later.
      return !busy && (due === null || due > (await clock.now()))
    }, 'all due work is done, and what happened stands in the log'))

  const chained = async () => void (await until(async () => (await admin.query('select 1 from audit.pending limit 1')).rowCount === 0, 'all acts are chained'))

  let stopped: Promise<void> | null = null
  const stop = () =>
    (stopped ??= (async () => {
      ownersScreen.close()
      await product.stop()
      await admin.end()
    })())
  atEnd(async () => {
    await stop()
    if (dataDir === undefined) rmSync(folder, { recursive: true, force: true })
  })
  return {
    url,
    product,
    adminUrl: database,
    dataDir: folder,
    admin,
    anybody,
    owner,
    ownersScreen,
    until,
    idle,
    chained,
    signIn,
    signInAgain,
    addMember,
    addTenant,
    clock,
    stop,
  }
}

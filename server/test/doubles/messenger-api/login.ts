import { createHmac } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { answerJson, GraphProblem } from '../graph-api/graph-problem.ts'
import { need, type Shape } from '../graph-api/shape-checks.ts'

/** A page as the person who signs in has it. */
export type LoginPage = { id: string; name: string; token: string; tasks: string[]; instagram?: { id: string; username: string } }

/** The person at the dialog, and what the app and Facebook are like. May be changed at any time. */
export type Login = {
  appId: string
  appSecret: string
  pages: LoginPage[]
  /** The person closes the dialog. */
  denies: boolean
  /** Permissions that the person does not give. */
  withholds: string[]
  /** Pages in one answer, whatever more is asked for. */
  pageSize: number
  /** Trouble of a moment with everything but the dialog. */
  isDown: boolean
  /** What was asked for in the last dialog. */
  scopes: string[]
  /** Tokens and codes that were given out: nobody but the server may ever see one. */
  secrets: string[]
}

export const newLogin = (pages: LoginPage[]): Login => ({
  appId: '4242424242',
  appSecret: 'secret-of-the-app-of-the-host',
  pages,
  denies: false,
  withholds: [],
  pageSize: 25,
  isDown: false,
  scopes: [],
  secrets: [],
})

type Known = { codes: Map<string, { redirect: string; used: boolean }>; tokens: Map<string, 'short' | 'long'> }
type LoginAsked = { response: ServerResponse; url: URL; token: string | null; what: string }

/** Facebook Login and what a token of a person reads, with Meta's refusals. `answer` is false for everything else. */
export const createLoginDouble = (login: Login) => {
  const known: Known = { codes: new Map(), tokens: new Map() }
  return {
    pageOf: (token: string | null, url: URL): LoginPage | undefined => {
      const page = login.pages.find((one) => one.token === token)
      if (page) proven(login, page.token, url)
      return page
    },
    answer: (asked: LoginAsked): boolean => {
      const handle = handlers[asked.what]
      if (!handle) return false
      handle(login, known, asked)
      return true
    },
  }
}

type Handle = (login: Login, known: Known, asked: LoginAsked) => void

const given = (login: Login, prefix: string): string => {
  const secret = `${prefix}${crypto.randomUUID().replaceAll('-', '')}`
  login.secrets.push(secret)
  return secret
}

const dialog: Handle = (login, { codes }, { url, response }) => {
  const asked = (name: string) => url.searchParams.get(name) ?? ''
  need(asked('client_id') === login.appId, 'Invalid App ID', 101)
  need(asked('response_type') === 'code' && URL.canParse(asked('redirect_uri')), 'Invalid redirect_uri', 191)
  login.scopes = asked('scope').split(',')
  const back = new URL(asked('redirect_uri'))
  back.searchParams.set('state', asked('state'))
  if (login.denies) {
    const refusal = { error: 'access_denied', error_code: '200', error_description: 'Permissions error', error_reason: 'user_denied' }
    for (const [name, value] of Object.entries(refusal)) back.searchParams.set(name, value)
  } else {
    const code = given(login, 'AQ')
    codes.set(code, { redirect: asked('redirect_uri'), used: false })
    back.searchParams.set('code', code)
  }
  back.hash = '_=_'
  response.writeHead(302, { location: String(back) }).end()
}

const accessToken: Handle = (login, { codes, tokens }, { url, response }) => {
  const asked = (name: string) => url.searchParams.get(name) ?? ''
  up(login)
  if (asked('client_id') !== login.appId) throw new GraphProblem(101, 'Error validating application.')
  if (asked('client_secret') !== login.appSecret) throw new GraphProblem(1, 'Error validating client secret.')
  const kind = asked('grant_type') === 'fb_exchange_token' ? 'long' : 'short'
  if (kind === 'long') {
    if (!tokens.has(asked('fb_exchange_token'))) throw new GraphProblem(190, 'Invalid OAuth access token.')
  } else {
    const code = codes.get(asked('code'))
    if (!code) throw new GraphProblem(100, 'Invalid verification code format.')
    if (code.used) throw new GraphProblem(100, 'This authorization code has been used.', { subcode: 36009 })
    if (code.redirect !== asked('redirect_uri')) throw new GraphProblem(100, 'Error validating verification code. redirect_uri differs.', { subcode: 36008 })
    code.used = true
  }
  const token = given(login, 'EAA')
  tokens.set(token, kind)
  answerJson(response, 200, { access_token: token, token_type: 'bearer', expires_in: kind === 'long' ? 5_184_000 : 5_400 })
}

const up = (login: Login): void => {
  if (login.isDown) throw new GraphProblem(2, 'An unexpected error has occurred. Please retry your request later.', { status: 500 })
}

const asPerson = (login: Login, { tokens }: Known, { token, url }: LoginAsked): void => {
  up(login)
  if (token === null || !tokens.has(token)) throw new GraphProblem(190, `Malformed access token ${token ?? ''}`)
  proven(login, token, url)
}

/** The app demands that whoever uses a token has its secret. */
const proven = (login: Login, token: string, url: URL): void => {
  const proof = createHmac('sha256', login.appSecret).update(token).digest('hex')
  if (url.searchParams.get('appsecret_proof') !== proof) throw new GraphProblem(100, 'API calls from the server require an appsecret_proof argument')
}

const permissions: Handle = (login, known, asked) => {
  asPerson(login, known, asked)
  const data: Shape[] = ['public_profile', ...login.scopes].map((permission) => ({
    permission,
    status: login.withholds.includes(permission) ? 'declined' : 'granted',
  }))
  answerJson(asked.response, 200, { data })
}

const accounts: Handle = (login, known, asked) => {
  asPerson(login, known, asked)
  const from = Number(Buffer.from(asked.url.searchParams.get('after') ?? '', 'base64url').toString() || 0)
  const until = from + Math.min(Number(asked.url.searchParams.get('limit') ?? 25), login.pageSize)
  const data = login.pages.slice(from, until).map(({ id, name, token, tasks, instagram }) => ({
    id,
    name,
    access_token: token,
    tasks,
    ...(instagram && { instagram_business_account: { ...instagram, name } }),
  }))
  const cursor = (at: number) => Buffer.from(String(at)).toString('base64url')
  const next = new URL(asked.url)
  next.searchParams.set('access_token', asked.token!)
  next.searchParams.set('after', cursor(until))
  const paging = { cursors: { before: cursor(from), after: cursor(until) }, ...(until < login.pages.length && { next: String(next) }) }
  answerJson(asked.response, 200, { data, ...(data.length > 0 && { paging }) })
}

const handlers: Record<string, Handle> = {
  'dialog/oauth': dialog,
  'oauth/access_token': accessToken,
  'me/permissions': permissions,
  'me/accounts': accounts,
}

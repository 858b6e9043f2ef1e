import { channelSignInRoutes, type SignInKind } from '@chasqui/contracts'
import { newLogin, type Login, type LoginPage } from '../doubles/messenger-api/login.ts'
import { startMessengerApi, type MessengerApi } from '../doubles/messenger-api/server.ts'
import type { Api } from './api.ts'
import { atEnd } from './cluster.ts'

/** What the host sets so that people sign in at a stand-in. */
const appOf = (login: Login, url: string) => ({
  FACEBOOK_APP_ID: login.appId,
  FACEBOOK_APP_SECRET: login.appSecret,
  FACEBOOK_VERIFY_TOKEN: 'verify-token-of-the-host',
  FACEBOOK_LOGIN_URL: url,
})

const onePage: LoginPage[] = [{ id: '2001', name: 'Clínica Norte', token: 'EAA0page02001', tasks: ['MESSAGING'] }]

/** A stand-in of Facebook with somebody's pages, and what a product is started with to have an app there; it ends with the test file. */
export const besideFacebook = async (pages = onePage): Promise<{ login: Login; meta: MessengerApi; env: Record<string, string> }> => {
  const login = newLogin(pages)
  const meta = await startMessengerApi({ platform: 'messenger', accountId: '1', accessToken: 'EAA0of0nobody', login })
  atEnd(meta.close)
  return { login, meta, env: { GRAPH_API_URL: meta.url, EGRESS_ALLOW: '127.0.0.1', ...appOf(login, meta.url) } }
}

const locationOf = async (address: string | URL): Promise<URL> => {
  const answer = await fetch(address, { redirect: 'manual' })
  const location = answer.headers.get('location')
  if (!location) throw new Error(`nobody was sent on: ${answer.status} ${await answer.text()}`)
  return new URL(location, address)
}

/** Where Facebook sends the browser, once the person is through with the dialog; at the product where it really is. */
export const leaveDialog = async (url: string, address: string): Promise<URL> => {
  const { pathname, search } = await locationOf(address)
  return new URL(pathname + search, url)
}

/** What a browser that comes back is led to: a page of the product, and with which words. */
export const comeBack = async (address: URL): Promise<{ path: string; words: Record<string, string> }> => {
  const { pathname, searchParams } = await locationOf(address)
  return { path: pathname, words: Object.fromEntries(searchParams) }
}

/** All of it, as somebody's browser does. */
export const signInAtFacebook = async (url: string, api: Api, kind: SignInKind): Promise<Record<string, string>> => {
  const { address } = await api.ask(channelSignInRoutes.begin, { body: { kind } })
  return (await comeBack(await leaveDialog(url, address))).words
}

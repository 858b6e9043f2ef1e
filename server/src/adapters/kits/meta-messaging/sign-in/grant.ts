import type { AdapterIo, SignIn } from '#channels'
import { list, record, text } from '#platform/foreign-json/loose-json'
import type { GraphAnswer } from '../../graph/graph-answer.ts'
import type { Network } from '../network.ts'
import type { HostApp } from './app.ts'
import type { AskAsApp } from './ask.ts'
import { neededFor } from './permissions.ts'

type Refused = Extract<Awaited<ReturnType<SignIn['grant']>>, { result: 'refused' }>

const refused = (trouble: Refused['trouble']): Refused => ({ result: 'refused', trouble })

/** What an answer that is none means for whoever signs in. */
export const troubleOf = (answer: Exclude<GraphAnswer, { result: 'done' }>): Refused => refused(answer.result === 'failed' ? 'refused' : 'unavailable')

/**
 * A code becomes a token of the person, that a token for about sixty days: tokens of pages that are read with it do not expire. Then what they
 * agreed to is looked at, because each permission can be refused by itself.
 */
export const createGrant =
  (network: Network, app: HostApp, ask: AskAsApp): SignIn['grant'] =>
  async (code, redirect, io) => {
    const credentials = { client_id: app.id, client_secret: app.secret }
    const first = await tokenIn(ask, { ...credentials, redirect_uri: redirect, code }, io)
    if ('result' in first) return first
    const lasting = await tokenIn(ask, { ...credentials, grant_type: 'fb_exchange_token', fb_exchange_token: first.token }, io)
    if ('result' in lasting) return lasting
    const permissions = await ask('me/permissions', {}, lasting.token, io)
    if (permissions.result !== 'done') return troubleOf(permissions)
    const granted = new Set(
      list(permissions.body['data'])
        .map(record)
        .flatMap(({ permission, status }) => (status === 'granted' ? [text(permission)] : [])),
    )
    return neededFor(network).every((permission) => granted.has(permission)) ? { result: 'granted', grant: lasting.token } : refused('permission_missing')
  }

const tokenIn = async (ask: AskAsApp, query: Record<string, string>, io: AdapterIo): Promise<{ token: string } | Refused> => {
  const answer = await ask('oauth/access_token', query, null, io)
  // Elsewhere code 1 is trouble of a moment; for a token it says that the app's secret is wrong.
  if (answer.result !== 'done') return answer.result === 'retry' && answer.error.code.endsWith('.1') ? refused('refused') : troubleOf(answer)
  const token = text(answer.body['access_token'])
  return token === '' ? refused('refused') : { token }
}

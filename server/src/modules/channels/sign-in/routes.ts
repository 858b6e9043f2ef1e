import { channelSignInRoutes } from '@chasqui/contracts'
import type { Actor, Http } from '#platform/http/server'
import type { ChannelsPorts } from '../ports.ts'
import { listAccounts } from './accounts.ts'
import { beginSignIn } from './begin.ts'
import { comeBack } from './come-back.ts'
import { connectGranted } from './connect.ts'

const lookingOf = ({ tenantId, userId }: Actor, reference: string) => ({ tenantId: tenantId!, userId, reference })

export const registerSignIns = (http: Http, ports: ChannelsPorts): void => {
  http.route(channelSignInRoutes.begin, ({ tx, body, actor }) => beginSignIn(tx, ports, { kind: body.kind, userId: actor.userId }))
  http.route(channelSignInRoutes.comeBack, async ({ query, reply }) => void reply.redirect(await comeBack(ports, query), 303))
  http.route(channelSignInRoutes.accounts, ({ actor, params }) => listAccounts(ports, lookingOf(actor, params.reference)))
  http.route(channelSignInRoutes.connect, ({ actor, params, body }) => connectGranted(ports, lookingOf(actor, params.reference), body))
}

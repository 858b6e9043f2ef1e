import { passkeyRoutes } from '@chasqui/contracts'
import type { Http } from '#platform/http/server'
import { deliver, originOf } from '../deliver.ts'
import type { IdentityVerbs } from '../verbs.ts'

export const registerPasskeyRoutes = (http: Http, { passkeys, beginPasskey, signInByPasskey }: IdentityVerbs, secure: boolean): void => {
  http.route(passkeyRoutes.list, ({ actor }) => passkeys.list(actor))
  http.route(passkeyRoutes.beginToAdd, async ({ actor, body, request }) => ({ ...(await passkeys.beginToAdd(actor, body, request.ip)) }))
  http.route(passkeyRoutes.add, ({ actor, body }) => passkeys.add(actor, body))
  http.route(passkeyRoutes.remove, ({ actor, params }) => passkeys.remove(actor, params.id))
  http.route(passkeyRoutes.begin, async () => ({ ...(await beginPasskey()) }))
  http.route(passkeyRoutes.signIn, async ({ body, request, reply }) =>
    deliver(await signInByPasskey(body.used, originOf(request)), body.tokenDelivery, reply, secure),
  )
}

import type { SignIn } from '#channels'
import type { GraphRoot } from '../../graph/graph-call.ts'
import type { Network } from '../network.ts'
import type { HostApp } from './app.ts'
import { createAsk } from './ask.ts'
import { createGrant } from './grant.ts'
import { createPages, type SettingsOfPage } from './pages.ts'
import { askedFor } from './permissions.ts'

/**
 * Facebook Login as Meta documents it for servers ("Manually Build a Login Flow"): the person agrees in a dialog, the code that it brings back becomes a
 * token, and with that the pages are read. Instagram accounts are those that are linked to pages.
 */
export const signInAtFacebook = (network: Network, root: GraphRoot, app: HostApp, settingsOf: SettingsOfPage): SignIn => {
  const ask = createAsk(network, root, app)
  return {
    address: (state, redirect) =>
      `${app.loginUrl}/${root.graphVersion}/dialog/oauth?${new URLSearchParams({
        client_id: app.id,
        redirect_uri: redirect,
        state,
        response_type: 'code',
        scope: askedFor(network).join(','),
        // What was refused before is asked again: whoever comes here wants to connect.
        auth_type: 'rerequest',
      })}`,
    grant: createGrant(network, app, ask),
    accounts: createPages(network, ask, settingsOf),
  }
}

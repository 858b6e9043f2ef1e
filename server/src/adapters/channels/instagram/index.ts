import type { ChannelAdapter } from '#channels'
import type { GraphRoot } from '../../kits/graph/graph-call.ts'
import { createMessaging } from '../../kits/meta-messaging/adapter.ts'
import { instagramNetwork } from '../../kits/meta-messaging/network.ts'
import { humanWindow } from '../../kits/meta-messaging/settings.ts'
import { proofOf, type HostApp } from '../../kits/meta-messaging/sign-in/app.ts'
import { instagramAbilities } from './abilities.ts'
import { InstagramSettings, secretFields } from './settings.ts'

/** Where the two logins are served. */
export type InstagramRoots = { instagram: GraphRoot; facebook: GraphRoot }

/** Instagram for a professional account. What it shares with Messenger stands in `kits/meta-messaging`. */
export const instagram = (roots: InstagramRoots, app: HostApp | null = null): ChannelAdapter<InstagramSettings> => ({
  ...createMessaging<InstagramSettings>(instagramNetwork, {
    senderOf: (settings) => ({
      // By the page, messages are sent as the page that the token stands for.
      ...(settings.graphHost === 'graph.facebook.com'
        ? { root: roots.facebook, path: 'me' }
        : { root: roots.instagram, path: encodeURIComponent(settings.accountId) }),
      token: settings.accessToken,
      ...(app && settings.app === 'host' && { proof: proofOf(app, settings.accessToken) }),
      secrets: [settings.accessToken, ...(settings.app === 'own' ? [settings.appSecret, settings.verifyToken] : [])],
    }),
    signIn: {
      app,
      root: roots.facebook,
      settingsOf: ({ instagram: linked, token }) => ({ app: 'host', accountId: linked, accessToken: token, graphHost: 'graph.facebook.com' }),
    },
    identity: ({ graphHost }) =>
      graphHost === 'graph.facebook.com'
        ? { fields: ['id', 'name', 'instagram_business_account{id,username}'], shown: 'name' }
        : { fields: ['user_id', 'username', 'name'], shown: 'username', prefix: '@' },
    subscriptions: ['messaging_seen', 'message_reactions', 'message_edits', 'messaging_referrals', 'messaging_optins', 'messaging_handovers', 'standby'],
  }),
  kind: 'instagram',
  settings: InstagramSettings,
  secrets: secretFields,
  abilities: (settings) => ({ ...instagramAbilities, ...humanWindow(settings) }),
  account: ({ accountId }) => accountId,
  address: () => null,
  webhook: 'instagram',
})

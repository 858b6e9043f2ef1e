import type { ChannelAdapter } from '#channels'
import type { GraphRoot } from '../../kits/graph/graph-call.ts'
import { createMessaging } from '../../kits/meta-messaging/adapter.ts'
import { instagramNetwork } from '../../kits/meta-messaging/network.ts'
import { humanWindow } from '../../kits/meta-messaging/settings.ts'
import { instagramAbilities } from './abilities.ts'
import { InstagramSettings, secretFields } from './settings.ts'

/** Where the two logins are served. */
export type InstagramRoots = { instagram: GraphRoot; facebook: GraphRoot }

/** Instagram for a professional account. What it shares with Messenger stands in `kits/meta-messaging`. */
export const instagram = (roots: InstagramRoots): ChannelAdapter<InstagramSettings> => ({
  ...createMessaging<InstagramSettings>(instagramNetwork, {
    senderOf: ({ accountId, accessToken, appSecret, verifyToken, graphHost }) => ({
      // By the page, messages are sent as the page that the token stands for.
      ...(graphHost === 'graph.facebook.com' ? { root: roots.facebook, path: 'me' } : { root: roots.instagram, path: encodeURIComponent(accountId) }),
      token: accessToken,
      secrets: [accessToken, appSecret, verifyToken],
    }),
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

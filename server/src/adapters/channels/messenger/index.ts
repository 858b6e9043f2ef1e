import type { ChannelAdapter } from '#channels'
import type { GraphRoot } from '../../kits/graph/graph-call.ts'
import { createMessaging } from '../../kits/meta-messaging/adapter.ts'
import { messengerNetwork } from '../../kits/meta-messaging/network.ts'
import { humanWindow } from '../../kits/meta-messaging/settings.ts'
import { proofOf, type HostApp } from '../../kits/meta-messaging/sign-in/app.ts'
import { messengerAbilities } from './abilities.ts'
import { MessengerSettings, secretFields } from './settings.ts'

/** Messenger for a Facebook page, connected by its page access token or, with an app of the host's, by signing in. What it shares with Instagram stands in `kits/meta-messaging`. */
export const messenger = (root: GraphRoot, app: HostApp | null = null): ChannelAdapter<MessengerSettings> => {
  // Pages cannot react in this interface.
  const { react: _, ...shared } = createMessaging<MessengerSettings>(messengerNetwork, {
    senderOf: (settings) => ({
      root,
      token: settings.pageAccessToken,
      ...(app && settings.app === 'host' && { proof: proofOf(app, settings.pageAccessToken) }),
      path: encodeURIComponent(settings.pageId),
      secrets: [settings.pageAccessToken, ...(settings.app === 'own' ? [settings.appSecret, settings.verifyToken] : [])],
    }),
    signIn: { app, root, settingsOf: ({ id, token }) => ({ app: 'host', pageId: id, pageAccessToken: token }) },
    identity: () => ({ fields: ['id', 'name'], shown: 'name' }),
    subscriptions: [
      'message_deliveries',
      'message_reads',
      'message_reactions',
      'message_echoes',
      'message_edits',
      'messaging_referrals',
      'messaging_optins',
      'messaging_handovers',
      'standby',
    ],
  })
  return {
    ...shared,
    kind: 'messenger',
    settings: MessengerSettings,
    secrets: secretFields,
    abilities: (settings) => ({ ...messengerAbilities, ...humanWindow(settings) }),
    account: ({ pageId }) => pageId,
    address: () => null,
    webhook: 'messenger',
    webhookAliases: ['facebook'],
  }
}

import { messenger } from '../../src/adapters/channels/messenger/index.ts'
import type { MessengerSettings } from '../../src/adapters/channels/messenger/settings.ts'
import { startMessaging, type Messaging } from './messaging-harness.ts'

export const messengerSettings = {
  app: 'own',
  pageId: '100000000000001',
  pageAccessToken: 'EAApage0token0of0the0test',
  appSecret: 'app-secret-of-the-test',
  verifyToken: 'verify-token-of-the-test',
  humanAgent: false,
} satisfies MessengerSettings

/** Pages hear of reading by an instant only, and of failures not at all. */
export const startMessenger = (): Promise<Messaging<MessengerSettings>> =>
  startMessaging({
    platform: 'messenger',
    accountId: messengerSettings.pageId,
    token: messengerSettings.pageAccessToken,
    settings: messengerSettings,
    adapter: (graphUrl) => messenger({ graphUrl, graphVersion: 'v26.0' }),
    kind: 'psid',
    lacks: ['quotes', 'read', 'failed'],
  })

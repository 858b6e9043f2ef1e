import { instagram } from '../../src/adapters/channels/instagram/index.ts'
import type { InstagramSettings } from '../../src/adapters/channels/instagram/settings.ts'
import { startMessaging, type Messaging } from './messaging-harness.ts'

export const instagramSettings = {
  app: 'own',
  accountId: '17841400000000001',
  accessToken: 'IGQVaccount0token0of0the0test',
  appSecret: 'instagram-secret-of-the-test',
  verifyToken: 'verify-token-of-the-test',
  humanAgent: false,
  graphHost: 'graph.instagram.com',
} satisfies InstagramSettings

/** Accounts hear only that a message was seen. */
export const startInstagram = (): Promise<Messaging<InstagramSettings>> =>
  startMessaging({
    platform: 'instagram',
    accountId: instagramSettings.accountId,
    token: instagramSettings.accessToken,
    settings: instagramSettings,
    adapter: (graphUrl) => {
      const root = { graphUrl, graphVersion: 'v26.0' }
      return instagram({ instagram: root, facebook: root })
    },
    kind: 'igsid',
    lacks: ['sent', 'delivered', 'failed'],
  })

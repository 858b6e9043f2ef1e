import type { ChannelAdapter } from '#channels'
import { linkedNumberGuard, linkedNumberPace } from '../../kits/whatsapp/linked-number.ts'
import { wahaAbilities } from './abilities.ts'
import { acts } from './acts.ts'
import type { WahaRoot } from './call.ts'
import { interpretPayload } from './interpret.ts'
import { createListen } from './listen.ts'
import { createSend } from './send.ts'
import { secretFields, WahaSettings } from './settings.ts'
import { openWebhook } from './webhook.ts'

/**
 * A number of WhatsApp as a session of a WAHA server. listen.ts watches the session (session.ts makes and changes it, catch-up.ts reads what its webhooks lost). In: webhook.ts
 * (event → item), interpret.ts (item → happening; media.ts). Out: send.ts (outbound.ts makes the calls, answer.ts judges the answers, people.ts says where somebody is), acts.ts.
 */
export const waha = (root: WahaRoot): ChannelAdapter<WahaSettings> => ({
  kind: 'waha',
  settings: WahaSettings,
  secrets: secretFields,
  abilities: () => wahaAbilities,
  account: ({ baseUrl, session }) => `${session} at ${baseUrl}`,
  address: () => null,
  pace: () => linkedNumberPace,
  guard: linkedNumberGuard,
  webhook: 'waha',
  groupSetting: 'session',
  webhookByGroup: 'webhook/whatsapp',
  open: openWebhook,
  interpret: interpretPayload,
  holdsLine: true,
  listen: createListen(root),
  ...createSend(),
  ...acts,
})

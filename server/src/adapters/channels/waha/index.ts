import type { ChannelAdapter } from '#channels'
import { linkedNumberGuard, linkedNumberPace, linkedTypingSeconds } from '../../kits/whatsapp/linked-number.ts'
import { wahaAbilities } from './abilities.ts'
import { createActs } from './acts.ts'
import type { WahaRoot } from './call.ts'
import { interpretPayload } from './interpret.ts'
import { createListen } from './listen.ts'
import { createSend } from './send.ts'
import { secretFields, wahaSettings, type WahaSettings } from './settings.ts'
import { openWebhook } from './webhook.ts'

/**
 * A number of WhatsApp as a session of a WAHA server, remote or in a container that is made here (containers/). listen.ts watches the session (session.ts makes and changes it, catch-up.ts reads what its webhooks lost). In: webhook.ts
 * (event → item), interpret.ts (item → happening; media.ts). Out: send.ts (outbound.ts makes the calls, answer.ts judges the answers, people.ts says where somebody is), acts.ts.
 */
export const waha = (root: WahaRoot): ChannelAdapter<WahaSettings> => ({
  kind: 'waha',
  settings: wahaSettings({ hosts: root.hosting !== null }),
  fixed: ['hosting'],
  ways: root.hosting === null ? ['remote'] : ['remote', 'container', 'shared'],
  secrets: secretFields,
  abilities: () => wahaAbilities,
  account: (settings) => `${settings.session} at ${settings.hosting === 'remote' ? settings.baseUrl : settings.hosting}`,
  address: () => null,
  pace: () => linkedNumberPace,
  guard: linkedNumberGuard,
  typingSeconds: linkedTypingSeconds,
  webhook: 'waha',
  groupSetting: 'session',
  webhookByGroup: 'webhook/whatsapp',
  open: openWebhook,
  interpret: interpretPayload,
  holdsLine: true,
  listen: createListen(root),
  ...createSend(root),
  ...createActs(root),
})

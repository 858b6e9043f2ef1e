import type { ChannelAdapter } from '#channels'
import { cloudAbilities, recipientPace } from './abilities.ts'
import { createBlock, createMarkRead, createShowTyping } from './acts.ts'
import { answerChallenge } from './challenge.ts'
import { createCheck } from './check.ts'
import type { GraphRoot } from './graph-call.ts'
import { interpretPayload } from './interpret.ts'
import { fetchMedia } from './media-fetch.ts'
import { createSend } from './send.ts'
import { CloudSettings, secretFields } from './settings.ts'
import { standing } from './standing.ts'
import { createTemplates } from './templates.ts'
import { accountsInWebhook, openWebhook } from './webhook.ts'

/**
 * WhatsApp through Meta's Cloud API. In: webhook.ts (signature, batch → items), interpret.ts (item → happenings; message.ts, status.ts,
 * account-notices.ts). Out: send.ts (outbound.ts makes the body, graph-answer.ts and errors.ts judge the answer), media-*.ts, acts.ts, check.ts.
 */
export const whatsappCloud = (root: GraphRoot): ChannelAdapter<CloudSettings> => ({
  kind: 'whatsapp-cloud',
  settings: CloudSettings,
  secrets: secretFields,
  abilities: () => cloudAbilities,
  account: (settings) => settings.phoneNumberId,
  address: (settings) => settings.displayPhoneNumber ?? null,
  pace: (settings) => ({ perSecond: settings.callsPerSecond, recipient: recipientPace }),
  webhook: 'whatsapp',
  challenge: answerChallenge,
  groupSetting: 'businessAccountId',
  accountsIn: accountsInWebhook,
  open: openWebhook,
  interpret: interpretPayload,
  ...createSend(root),
  markRead: createMarkRead(root),
  showTyping: createShowTyping(root),
  typingSeconds: 25,
  block: createBlock(root),
  fetchMedia: (providerMediaId, account, io) => fetchMedia(providerMediaId, { root, account, io }),
  templates: createTemplates(root),
  check: createCheck(root),
  standing,
})

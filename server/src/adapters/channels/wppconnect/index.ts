import type { ChannelAbilities } from '@chasqui/contracts'
import type { ChannelAdapter } from '#channels'
import { linkedNumberGuard, linkedNumberPace } from '../../kits/whatsapp/linked-number.ts'
import { createTokens, type WppRoot } from './call.ts'
import { interpretPayload } from './interpret.ts'
import { createListen } from './listen.ts'
import { createActs } from './send.ts'
import { secretFields, WppSettings } from './settings.ts'
import { openWebhook } from './webhook.ts'

const MEGABYTE = 1024 * 1024

/**
 * What a WPPConnect server sends (reference 5). Buttons and lists reach few telephones, so that menus go out as numbered text; stickers and cards would need files and contacts of the
 * server's own. Files go as text in JSON, of which it takes 50 MB.
 */
const abilities: ChannelAbilities = {
  text: { max: 65_536 },
  buttons: null,
  list: null,
  media: {
    image: { bytes: 16 * MEGABYTE, mimes: ['image/jpeg', 'image/png'] },
    video: { bytes: 16 * MEGABYTE, mimes: ['video/mp4'] },
    audio: { bytes: 16 * MEGABYTE, mimes: ['audio/ogg', 'audio/mpeg', 'audio/mp4', 'audio/aac', 'audio/amr'] },
    document: { bytes: 32 * MEGABYTE, mimes: [] },
  },
  caption: 1024,
  templates: false,
  reactions: true,
  serviceWindowHours: null,
  readReceipts: true,
  typing: true,
  extras: ['location'],
}

/**
 * A number of WhatsApp as a session of a WPPConnect server. listen.ts watches the session (catch-up.ts reads what its webhooks lost). In: webhook.ts (event → item), interpret.ts (item → happening).
 * Out: send.ts, through call.ts, which keeps the tokens.
 */
export const wppconnect = (root: WppRoot): ChannelAdapter<WppSettings> => {
  const tokens = createTokens()
  return {
    kind: 'wppconnect',
    settings: WppSettings,
    secrets: secretFields,
    abilities: () => abilities,
    account: ({ baseUrl, session }) => `${session} at ${baseUrl}`,
    address: () => null,
    pace: () => linkedNumberPace,
    guard: linkedNumberGuard,
    webhook: 'wppconnect',
    open: openWebhook,
    interpret: interpretPayload,
    holdsLine: true,
    listen: createListen(root, tokens),
    ...createActs(tokens),
  }
}

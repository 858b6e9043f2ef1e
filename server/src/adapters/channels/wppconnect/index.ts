import type { ChannelAbilities } from '@chasqui/contracts'
import type { ChannelAdapter } from '#channels'
import { linkedAbilities, linkedSticker } from '../../kits/whatsapp/linked-abilities.ts'
import { linkedNumberGuard, linkedNumberPace, linkedTypingSeconds } from '../../kits/whatsapp/linked-number.ts'
import { createTokens, type WppRoot } from './call.ts'
import { interpretPayload } from './interpret.ts'
import { createBroughtFiles } from './brought-files.ts'
import { createListen } from './listen.ts'
import { createActs } from './send.ts'
import { secretFields, WppSettings } from './settings.ts'
import { doubtOf, openWebhook } from './webhook.ts'

/** What a WPPConnect server sends (reference 5); of files, as text in JSON, it takes 50 MB. */
const abilities: ChannelAbilities = { ...linkedAbilities, media: { ...linkedAbilities.media, sticker: linkedSticker } }

/** Bytes of the largest body: with `autoDownload` it holds a file as text, a video of 64 MB in about 85 (reference 6.10). */
const LARGEST_BODY = 100_000_000

/**
 * A number of WhatsApp as a session of a WPPConnect server. listen.ts watches the session (catch-up.ts reads what its webhooks lost). In: webhook.ts (event → item; brought-files.ts), interpret.ts (item → happening).
 * Out: send.ts (outbound.ts makes the calls, other-names.ts says who is the same person), through call.ts, which keeps the tokens.
 */
export const wppconnect = (root: WppRoot): ChannelAdapter<WppSettings> => {
  const tokens = createTokens()
  const brought = createBroughtFiles()
  return {
    kind: 'wppconnect',
    settings: WppSettings,
    secrets: secretFields,
    abilities: () => abilities,
    account: ({ baseUrl, session }) => `${session} at ${baseUrl}`,
    address: () => null,
    pace: () => linkedNumberPace,
    guard: linkedNumberGuard,
    typingSeconds: linkedTypingSeconds,
    webhook: 'wppconnect',
    webhookSecretInPath: true,
    largeWebhooks: { bytes: LARGEST_BODY, doubt: doubtOf },
    open: (webhook, settings) => openWebhook(webhook, settings, (told) => brought.keep(told, settings)),
    interpret: interpretPayload,
    holdsLine: true,
    listen: createListen(root, tokens),
    ...createActs(tokens, brought),
  }
}

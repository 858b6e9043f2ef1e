import type { ChannelAdapter } from '#channels'
import { linkedNumberGuard, linkedNumberPace, linkedTypingSeconds } from '../../kits/whatsapp/linked-number.ts'
import { whatsappWebAbilities } from './abilities.ts'
import { createActs } from './acts.ts'
import { interpretPayload } from './interpret.ts'
import { createLines, sessionOf, type LinesOptions } from './lines.ts'
import { createListen } from './listen.ts'
import { createPast } from './past.ts'
import { createSend } from './send.ts'
import { WhatsAppWebSettings } from './settings.ts'

/**
 * A number of WhatsApp linked as a device, by QR or by code. `engine/` holds the lines in processes of their own. In: listen.ts (what the engine tells → items.ts) and
 * interpret.ts (item → happenings; inbound-*.ts). Out: send.ts (outbound.ts), acts.ts. `health` and `each` for gauges; `close` ends the engine's processes.
 */
export const whatsappWeb = (options: LinesOptions) => {
  const lines = createLines(options)
  const adapter: ChannelAdapter<WhatsAppWebSettings> = {
    kind: 'whatsapp-web',
    settings: WhatsAppWebSettings,
    secrets: [],
    abilities: () => whatsappWebAbilities,
    account: () => null,
    address: () => null,
    pace: () => linkedNumberPace,
    guard: linkedNumberGuard,
    typingSeconds: linkedTypingSeconds,
    webhook: null,
    open: () => ({ result: 'malformed', reason: 'WhatsApp calls nobody' }),
    interpret: interpretPayload,
    holdsLine: true,
    onlyByLine: true,
    repeats: true,
    listen: createListen(lines),
    load: (account) => lines.load(sessionOf(account)),
    ...createSend(lines),
    ...createActs(lines),
    past: createPast(lines),
  }
  return { adapter, health: lines.health, each: lines.each, close: lines.close }
}

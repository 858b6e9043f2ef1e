import type { KnownTemplate } from './check-template.ts'
import { noFaults, type Faults } from './faults.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { createMediaStore, type MediaStore } from './media-store.ts'
import type { Shape } from './shape-checks.ts'
import { createRandom } from './random.ts'
import { createStatusCallbacks, type Callbacks, type StatusCallbacks } from './status-callbacks.ts'

export type GraphApiOptions = {
  port?: number
  host?: string
  /** The only token that is taken; default: any. */
  accessToken?: string
  /** The only numbers that exist; default: any. */
  phoneNumberIds?: string[]
  /** As with Meta's test number: others are refused with 131030, in exactly the given spelling. */
  testRecipients?: string[]
  templates?: KnownTemplate[]
  /** What an account has, as `message_templates` tells it. */
  messageTemplates?: Shape[]
  callbacks?: Callbacks
  faults?: Partial<Faults>
  keep?: 'all' | 'summary'
  seed?: number
}

/** All that the stand-in knows. */
export type GraphState = {
  options: GraphApiOptions
  faults: Faults
  ledger: Ledger
  media: MediaStore
  callbacks: StatusCallbacks
  /** Business accounts whose webhooks an app asked for. */
  subscribed: Set<string>
  /** What it tells of any number and token when it is asked; may be changed at any time. */
  tells: { number: Shape; token: Shape }
  random: () => number
  nextMessageId: () => string
}

export const createState = (options: GraphApiOptions): GraphState => {
  const random = createRandom(options.seed ?? 7)
  const ledger = createLedger(options.keep ?? 'all')
  const callbacks = createStatusCallbacks(ledger, random)
  callbacks.set(options.callbacks ?? {})
  // Ids stay different across restarts of the stand-in, as Meta's do.
  const epoch = Date.now().toString(36)
  let messages = 0
  const nextMessageId = () => `wamid.${Buffer.from(`${epoch}:${(messages += 1)}`).toString('base64')}`
  const tells = {
    number: { quality_rating: 'GREEN', code_verification_status: 'VERIFIED', status: 'CONNECTED', name_status: 'APPROVED' },
    token: { is_valid: true, type: 'SYSTEM_USER', expires_at: 0, scopes: ['whatsapp_business_management', 'whatsapp_business_messaging', 'public_profile'] },
  }
  return {
    options,
    tells,
    faults: { ...noFaults(), ...options.faults },
    ledger,
    media: createMediaStore(),
    callbacks,
    subscribed: new Set(),
    random,
    nextMessageId,
  }
}

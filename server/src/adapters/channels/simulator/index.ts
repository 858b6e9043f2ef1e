import type { Account, ChannelAdapter, Dispatch, SendOutcome } from '#channels'
import { unfit } from '@chasqui/contracts'
import { abilitiesOf } from './abilities.ts'
import { interpretEvent } from './interpret.ts'
import { fetchMedia } from './media-fetch.ts'
import type { Line, SimulatedNetwork } from './network.ts'
import { outcomeOf } from './outcome.ts'
import { SimulatorSettings } from './settings.ts'
import { simulatedTemplates } from './templates.ts'
import { openWebhook } from './webhook.ts'

export type { SimulatedNetwork } from './network.ts'

type SimulatorAccount = Account<SimulatorSettings>
type CheckResult = Awaited<ReturnType<NonNullable<ChannelAdapter['check']>>>
const lineOf = ({ tenantId, channelId }: SimulatorAccount): Line => ({ tenantId, channelId })
const reachableKinds = ['phone', 'bsuid']
const undeliverable = 131026
const unsupportedType = 131051

/**
 * A number on the simulated telephone network. It is spoken to like a real vendor: signed webhooks in (webhook.ts, interpret.ts), calls out
 * through `network`, whose answers outcome.ts reads. Its limits are those of the chosen profile.
 */
export const simulator = ({ network }: { network: SimulatedNetwork }): ChannelAdapter<SimulatorSettings> => ({
  kind: 'simulator',
  settings: SimulatorSettings,
  secrets: ['secret'],
  abilities: ({ profile }) => abilitiesOf(profile),
  account: () => null,
  address: () => null,
  pace: () => ({ perSecond: 1000, recipient: null }),
  webhook: 'simulator',
  open: openWebhook,
  interpret: interpretEvent,
  send: (dispatch, account) => send(network, dispatch, account),
  react: async (reaction, account) => outcomeOf(await network.react(lineOf(account), reaction)),
  markRead: (messageId, account) => network.markRead(lineOf(account), messageId),
  typingSeconds: 25,
  showTyping: (messageId, account) => network.showTyping(lineOf(account), messageId),
  fetchMedia: (mediaId, { tenantId }, io) => fetchMedia(mediaId, tenantId, io),
  templates: async () => ({ ok: true, templates: simulatedTemplates }),
  check: (account) => check(network, account),
})

/** Refuses what the profile's network would refuse, so that a content that was not fitted to the channel is noticed here and not in production. */
const send = async (network: SimulatedNetwork, dispatch: Dispatch, account: SimulatorAccount): Promise<SendOutcome> => {
  if (!reachableKinds.includes(dispatch.to.kind)) return outcomeOf({ result: 'refused', code: undeliverable })
  const misfit = unfit(dispatch.content, abilitiesOf(account.settings.profile))
  if (misfit) return outcomeOf({ result: 'refused', code: unsupportedType }, `${misfit.code} at ${misfit.path}`)
  return outcomeOf(await network.deliver(lineOf(account), dispatch))
}

const check = async (network: SimulatedNetwork, account: SimulatorAccount): Promise<CheckResult> =>
  (await network.reaches(lineOf(account)))
    ? { ok: true, address: null, detail: { simulated: true } }
    : { ok: false, error: { code: 'simulator.unreachable', title: 'The simulated network does not answer', retryable: true } }

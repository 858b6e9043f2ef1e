import type { Account, ChannelAdapter, Dispatch, SendOutcome } from '#channels'
import { unfit, WebchatSettings } from '@chasqui/contracts'
import { newToken } from '#platform/crypto/tokens'
import { abilities } from './abilities.ts'
import { interpretEvent } from './interpret.ts'
import type { Delivery, Line, VisitorNetwork } from './network.ts'

type WebchatAccount = Account<WebchatSettings>

/** A chat made without a secret gets its own. */
const Settings = WebchatSettings.extend({ secret: WebchatSettings.shape.secret.default(() => newToken()) })

const lineOf = ({ tenantId, channelId }: WebchatAccount): Line => ({ tenantId, channelId })

const refused = (code: string, title: string, detail?: string): SendOutcome => ({
  result: 'failed',
  error: { code, title, ...(detail !== undefined && { detail }), retryable: false },
  windowClosed: false,
  pauseChannel: false,
})

const away = { code: 'webchat.away', title: 'The chats cannot be reached now', retryable: true }

const outcomeOf = (delivery: Delivery): SendOutcome => {
  switch (delivery.result) {
    case 'taken':
      return { result: 'accepted', providerMessageId: delivery.id, aliases: [] }
    case 'away':
      return { result: 'retry', error: away, afterSeconds: null, scope: 'message' }
    case 'refused':
      return delivery.why === 'visitor'
        ? refused('webchat.no_visitor', 'There is no such visitor any more')
        : refused('webchat.no_file', 'The file is not there any more')
  }
}

const send = async (network: VisitorNetwork, dispatch: Dispatch, account: WebchatAccount): Promise<SendOutcome> => {
  if (dispatch.to.kind !== 'webchat') return refused('webchat.no_visitor', 'There is no such visitor any more')
  const misfit = unfit(dispatch.content, abilities)
  if (misfit) return refused('webchat.unfit', 'The widget cannot show this', `${misfit.code} at ${misfit.path}`)
  return outcomeOf(await network.deliver(lineOf(account), dispatch))
}

/**
 * The chat on a site's own pages. It has no vendor: what visitors say is handed in with the row that keeps it, and what is sent to them is a row that their
 * browsers ask for, from wherever they stopped.
 */
export const webchat = ({ network }: { network: VisitorNetwork }): ChannelAdapter<WebchatSettings> => ({
  kind: 'webchat',
  settings: Settings,
  secrets: ['secret'],
  abilities: () => abilities,
  account: () => null,
  address: () => null,
  pace: () => ({ perSecond: 1000, recipient: null }),
  webhook: null,
  open: () => ({ result: 'malformed', reason: 'Visitors have a door of their own' }),
  interpret: interpretEvent,
  send: (dispatch, account) => send(network, dispatch, account),
  markRead: (messageId, account) => network.markRead(lineOf(account), messageId),
  // The widget forgets it after six.
  typingSeconds: 6,
  showTyping: (messageId, account, _io, _to, name) => network.showTyping(lineOf(account), messageId, name),
})

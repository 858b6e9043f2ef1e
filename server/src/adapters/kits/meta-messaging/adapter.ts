import type { Account, AdapterIo, ChannelAdapter } from '#channels'
import { answerChallenge } from '../graph/challenge.ts'
import type { GraphRoot } from '../graph/graph-call.ts'
import { createGraph, type MessagingCall, type Sender } from './account.ts'
import { courtesy } from './acts.ts'
import { interpretPayload } from './interpret.ts'
import { fetchMedia } from './media-fetch.ts'
import type { Network } from './network.ts'
import { readProfile } from './profile.ts'
import { createSend } from './send.ts'
import type { HostApp } from './sign-in/app.ts'
import type { SettingsOfPage } from './sign-in/pages.ts'
import { signInAtFacebook } from './sign-in/sign-in.ts'
import { checkAndSubscribe, type Identity } from './subscribe.ts'
import { accountsInWebhook, openWebhook } from './webhook.ts'

type Common = { app: 'own'; appSecret: string; verifyToken: string } | { app: 'host' }

/** Calls that an account may make in a second; far under what is allowed for texts (300), so that files (10) seldom meet their limit. */
const PER_SECOND = 40

export type Own<Settings> = {
  senderOf(settings: Settings): Sender
  identity(settings: Settings): Identity
  /** Webhook fields besides messages and pressed buttons. */
  subscriptions: string[]
  /** Where the host's app signs people in, if it has one, and the settings of a page that was chosen. */
  signIn: { app: HostApp | null; root: GraphRoot; settingsOf: SettingsOfPage }
}

type Typing = 'showTyping' | 'hideTyping' | 'typingSeconds'
type Shared =
  | 'pace'
  | 'challenge'
  | 'hostChallenge'
  | 'signIn'
  | 'isGranted'
  | 'accountsIn'
  | 'open'
  | 'interpret'
  | 'send'
  | 'react'
  | 'markRead'
  | Typing
  | 'fetchMedia'
  | 'check'
  | 'profile'

/**
 * What Messenger and Instagram do alike. In: webhook.ts (signature, batch → items), interpret.ts (item → happenings; inbound-*.ts).
 * Out: send.ts (outbound.ts makes the body, errors.ts judges the answer), upload.ts, acts.ts, subscribe.ts, profile.ts. How accounts are connected at Facebook: sign-in/.
 */
export const createMessaging = <Settings extends Common>(network: Network, own: Own<Settings>): Required<Pick<ChannelAdapter<Settings>, Shared>> => {
  const graph = createGraph(network)
  const { send, react } = createSend(graph)
  const { app, root, settingsOf } = own.signIn
  const callOf = (account: Account<Settings>, io: AdapterIo): MessagingCall => ({ sender: own.senderOf(account.settings), account, io })
  return {
    pace: () => ({ perSecond: PER_SECOND, recipient: null }),
    challenge: (query, settings) => (settings.app === 'own' ? answerChallenge(query, settings.verifyToken) : null),
    hostChallenge: (query) => app && answerChallenge(query, app.verifyToken),
    signIn: app && signInAtFacebook(network, root, app, settingsOf),
    isGranted: (settings) => settings.app === 'host',
    accountsIn: (webhook) => accountsInWebhook(network, webhook),
    open: (webhook, settings) => openWebhook(network, webhook, settings.app === 'own' ? settings.appSecret : (app?.secret ?? null)),
    interpret: (payload) => interpretPayload(network, payload),
    send: (dispatch, account, io) => send(dispatch, callOf(account, io)),
    react: (dispatch, account, io) => react(dispatch, callOf(account, io)),
    markRead: (_id, account, io, to) => courtesy(graph, 'mark_seen', to, callOf(account, io)),
    showTyping: (_id, account, io, to) => courtesy(graph, 'typing_on', to, callOf(account, io)),
    typingSeconds: 20,
    hideTyping: (account, io, to) => courtesy(graph, 'typing_off', to, callOf(account, io)),
    fetchMedia: (address, _account, io) => fetchMedia(address, io),
    profile: (of, account, io) => readProfile(graph, of, callOf(account, io)),
    check: (account, io) => checkAndSubscribe(graph, callOf(account, io), own.identity(account.settings), own.subscriptions),
  }
}

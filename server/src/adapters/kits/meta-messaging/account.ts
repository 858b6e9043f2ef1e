import type { Account, AdapterIo, EgressAnswer } from '#channels'
import { createGraphAnswers, type GraphAnswer } from '../graph/graph-answer.ts'
import { callGraph, type GraphRoot, type Wanted } from '../graph/graph-call.ts'
import { messagingErrors } from './errors.ts'
import type { Network } from './network.ts'

/** How the adapters of both networks see one account: where it is called, as whom, and under which name. */
export type Sender = {
  root: GraphRoot
  token: string
  /** Path of the account itself: its id, or `me` where the token stands for it. */
  path: string
  /** `appsecret_proof` of each call, where the host's app makes it: apps may be set to demand it. */
  proof?: string
  /** What must not be said in any outcome. */
  secrets: string[]
}

/** One account with the way out, for the length of an act. */
export type MessagingCall = { sender: Sender; account: Account; io: AdapterIo }

export type Graph = {
  network: Network
  /** Calls and reads the answer. `path` is below the account, or a whole one with `whole`. */
  ask(call: MessagingCall, wanted: Wanted): Promise<GraphAnswer>
  call(call: MessagingCall, wanted: Wanted): Promise<EgressAnswer>
  uncertain(detail: string): Exclude<GraphAnswer, { result: 'done' }>
}

/** Meta's error texts can quote a token back; tokens begin with these letters. */
const TOKENS = /\b(?:EAA|IG(?:QV|AA))\w{8,}/g

const withProof = (path: string, proof: string | undefined): string =>
  proof === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}appsecret_proof=${proof}`

const withoutSecrets =
  (secrets: string[]) =>
  (text: string): string =>
    secrets.reduce((clean, secret) => (secret === '' ? clean : clean.replaceAll(secret, '[secret]')), text).replace(TOKENS, '[secret]')

export const createGraph = (network: Network): Graph => {
  const answers = createGraphAnswers(network.vendor, messagingErrors(network.vendor))
  const call: Graph['call'] = ({ sender, io }, wanted) =>
    callGraph({ root: sender.root, token: sender.token, io }, { ...wanted, path: withProof(wanted.path, sender.proof) })
  return {
    network,
    call,
    ask: async (given, wanted) => answers.read(await call(given, wanted), withoutSecrets(given.sender.secrets), given.io.now()),
    uncertain: answers.uncertain,
  }
}

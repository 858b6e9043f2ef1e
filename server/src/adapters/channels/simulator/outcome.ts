import type { SendOutcome } from '#channels'
import type { UnreachableCause } from '@chasqui/contracts'
import type { Delivery } from './network.ts'

type Rule = { title: string } & (
  | { then: 'retry'; scope: 'message' | 'recipient' | 'channel' }
  | { then: 'fail'; windowClosed?: true; pauseChannel?: true; unreachable?: UnreachableCause }
)

/** The codes that people make the network answer with, and what WhatsApp's Cloud API means by them. */
const rules: Record<number, Rule> = {
  131047: { title: 'More than 24 hours since the customer last wrote', then: 'fail', windowClosed: true },
  131026: { title: 'The message cannot be delivered to this number', then: 'fail', unreachable: 'undeliverable' },
  131051: { title: 'This type of message is not supported', then: 'fail' },
  131053: { title: 'The file could not be used', then: 'fail' },
  131050: { title: 'The customer stopped marketing messages', then: 'fail' },
  190: { title: 'The access token is invalid or expired', then: 'fail', pauseChannel: true },
  131031: { title: 'The account is locked', then: 'fail', pauseChannel: true },
  130429: { title: 'More messages per second than the number may send', then: 'retry', scope: 'channel' },
  131048: { title: 'Sending is limited because of spam reports', then: 'retry', scope: 'channel' },
  131056: { title: 'Too many messages to this person in a short time', then: 'retry', scope: 'recipient' },
  131000: { title: 'The network had an unknown problem', then: 'retry', scope: 'message' },
  131016: { title: 'The network is temporarily unavailable', then: 'retry', scope: 'channel' },
}

/** What the network's word on a message says of the person, in answers and in statuses. */
export const unreachableBy = (code: number): { unreachable?: UnreachableCause } => {
  const rule = rules[code]
  return rule?.then === 'fail' && rule.unreachable ? { unreachable: rule.unreachable } : {}
}

const ruleOf = (code: number): Rule => {
  const serverError = code >= 500 && code < 600
  return (
    rules[code] ??
    (serverError
      ? { title: 'The network is temporarily unavailable', then: 'retry', scope: 'message' }
      : { title: `The network refused the message (${code})`, then: 'fail' })
  )
}

/** In the product's words, what became of a send. */
export const outcomeOf = (delivery: Delivery, detail?: string): SendOutcome => {
  if (delivery.result === 'taken') return { result: 'accepted', providerMessageId: delivery.id, aliases: [] }
  if (delivery.result === 'lost')
    return { result: 'uncertain', error: { code: 'simulator.answer_lost', title: 'The answer of the network was lost', retryable: false } }
  const { title, ...rule } = ruleOf(delivery.code)
  const error = { code: `simulator.${delivery.code}`, title, ...(detail !== undefined && { detail }), retryable: rule.then === 'retry' }
  return rule.then === 'retry'
    ? { result: 'retry', error, afterSeconds: null, scope: rule.scope }
    : { result: 'failed', error, windowClosed: rule.windowClosed ?? false, pauseChannel: rule.pauseChannel ?? false, ...unreachableBy(delivery.code) }
}

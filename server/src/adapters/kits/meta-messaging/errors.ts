import { alert, fail, graphErrorReader, notReached, retry, stop, type GraphVendor, type Rule } from '../graph/graph-error.ts'

const MINUTES = 60

const byCode = new Map<number, Rule>(
  (
    [
      [[0, 102, 190], 'The access token is invalid or expired', stop],
      [[3, 10, 230], 'The account lacks a permission, or the person has not agreed', alert],
      [[4, 17, 32, 341, 613, 80006], 'Too many calls', retry('channel', 2 * MINUTES)],
      [[1, 2, 1200], 'Sending failed for a moment', retry('message')],
      [[100], 'A parameter is missing or wrong', fail],
      [[368], 'The account is blocked for a policy violation', stop],
      [[551], 'The person cannot be reached: they blocked the account or left', notReached('unavailable')],
      [[2018108], 'The person may not receive messages at the moment', notReached('undeliverable')],
    ] satisfies [number[], string, Rule['verdict']][]
  ).flatMap(([codes, title, verdict]) => codes.map((code): [number, Rule] => [code, { title, verdict }])),
)

/** Subcodes say more than their codes. */
const bySubcode = new Map<number, Rule>([
  [33, { title: 'The account does not exist or the token may not use it', verdict: alert }],
  [2018278, { title: 'More than 24 hours since the last message of the person', verdict: { then: 'fail', windowClosed: true } }],
  [2534022, { title: 'More than 24 hours since the last message of the person', verdict: { then: 'fail', windowClosed: true } }],
  [1893061, { title: 'This kind of message outside of the window was abolished', verdict: fail }],
  [1893063, { title: 'The page is restricted for the time being', verdict: stop }],
  [2018001, { title: 'There is no such person for this account', verdict: notReached('no_account') }],
  [2018109, { title: 'The file is too large', verdict: fail }],
  [2018108, { title: 'The person may not receive messages at the moment', verdict: notReached('undeliverable') }],
  [2018218, { title: 'The person has no profile', verdict: fail }],
  [2018300, { title: 'Another program has the conversation', verdict: fail }],
  [1545041, { title: 'The person cannot be reached: they blocked the account or left', verdict: notReached('unavailable') }],
])

/** Errors of Messenger and Instagram (reference 6). */
export const messagingErrors = (vendor: GraphVendor) =>
  graphErrorReader(vendor, (code, subcode, transient) => {
    const permission = code >= 200 && code <= 299 ? { title: 'The account lacks a permission', verdict: alert } : undefined
    return (
      (subcode === null ? undefined : bySubcode.get(subcode)) ??
      byCode.get(code) ??
      permission ?? { title: `${vendor.name} error ${code}`, verdict: transient ? retry('message') : fail }
    )
  })

import type { MessageError, UnreachableCause } from '@chasqui/contracts'

/** What to do about a refusal (reference 5). `seconds: null` = the caller's own curve. */
export type Verdict =
  | { then: 'retry'; scope: 'message' | 'channel'; seconds: number | null }
  | { then: 'fail'; pauseChannel?: true; alert?: true; optedOut?: true; unreachable?: UnreachableCause }
  | { then: 'doubt' }

type Rule = { status: number; words?: RegExp; code: string; title: string; verdict: Verdict }

const fail: Verdict = { then: 'fail' }
/** Nothing works until a person gives a token that does. */
const stop: Verdict = { then: 'fail', pauseChannel: true }
/** Nothing arrives at this person, whatever is sent. */
const notReached = (unreachable: UnreachableCause): Verdict => ({ then: 'fail', unreachable })

/** Bot API errors are told apart by status and words: there are no finer codes. The first that fits counts. */
const rules: Rule[] = [
  { status: 401, code: 'token_refused', title: 'Telegram does not know the bot token any more', verdict: stop },
  { status: 404, code: 'not_found', title: 'The bot token is wrong', verdict: stop },
  {
    status: 403,
    words: /blocked by the user/i,
    code: 'blocked',
    title: 'The person has blocked the bot',
    verdict: { then: 'fail', optedOut: true, unreachable: 'blocked' },
  },
  { status: 403, words: /deactivated/i, code: 'deactivated', title: 'The account of the person no longer exists', verdict: notReached('deactivated') },
  { status: 403, words: /initiate/i, code: 'not_started', title: 'A bot cannot write first: the person has to start it', verdict: notReached('not_started') },
  { status: 403, words: /kicked/i, code: 'kicked', title: 'The bot was removed from the chat', verdict: notReached('blocked') },
  { status: 403, code: 'forbidden', title: 'Telegram does not let the bot write there', verdict: fail },
  { status: 400, words: /chat not found/i, code: 'chat_not_found', title: 'The person never started the bot', verdict: notReached('not_started') },
  { status: 400, words: /reply|replied/i, code: 'reply_not_found', title: 'The message answered is not there any more', verdict: fail },
  { status: 400, words: /file is too big/i, code: 'file_too_big', title: 'The file is larger than a bot may handle', verdict: fail },
  { status: 400, words: /wrong file|file_id/i, code: 'wrong_file', title: 'Telegram does not have the file', verdict: fail },
  { status: 400, words: /http url|webpage/i, code: 'url_unreachable', title: 'Telegram could not fetch the address', verdict: fail },
  { status: 400, words: /parse entities/i, code: 'bad_markup', title: 'Telegram could not read the formatting', verdict: fail },
  { status: 400, words: /message is too long|caption is too long/i, code: 'too_long', title: 'The text is too long', verdict: fail },
  { status: 400, words: /voice_messages_forbidden/i, code: 'voice_forbidden', title: 'The person does not accept voice messages', verdict: fail },
  { status: 400, words: /reaction/i, code: 'reaction_refused', title: 'Telegram does not offer this reaction', verdict: fail },
  { status: 400, code: 'refused', title: 'Telegram refused the message', verdict: fail },
  { status: 409, code: 'conflict', title: 'Another program receives for this bot', verdict: { then: 'fail', alert: true } },
  { status: 413, code: 'too_large', title: 'The file is too large', verdict: fail },
  { status: 429, code: 'too_many', title: 'Telegram asks to slow down', verdict: { then: 'retry', scope: 'channel', seconds: null } },
  { status: 500, code: 'unavailable', title: 'Telegram had a problem', verdict: { then: 'retry', scope: 'message', seconds: null } },
  { status: 503, code: 'unavailable', title: 'Telegram is temporarily unavailable', verdict: { then: 'retry', scope: 'channel', seconds: null } },
]

/** A gateway that got no answer from behind it (502, 504) leaves open whether the message was taken. */
const otherwise = (status: number): Omit<Rule, 'status'> =>
  status >= 500
    ? { code: 'no_answer', title: 'The answer of Telegram was lost', verdict: { then: 'doubt' } }
    : { code: `http_${status}`, title: 'Telegram refused the request', verdict: fail }

/** A refusal by its status and Telegram's words. `told` are the seconds of `retry_after`, waited exactly. */
export const botError = (status: number, description: string, told: number | null): { error: MessageError; verdict: Verdict } => {
  const { code, title, verdict } = rules.find((rule) => rule.status === status && (!rule.words || rule.words.test(description))) ?? otherwise(status)
  const timed: Verdict = verdict.then === 'retry' && told !== null ? { ...verdict, seconds: told } : verdict
  return {
    error: { code: `telegram.${code}`, title, ...(description && { detail: description.slice(0, 500) }), retryable: timed.then === 'retry' },
    verdict: timed,
  }
}

/**
 * Reasons for which a network refuses a message, by the error codes of the WhatsApp Cloud API that the simulated network answers with
 * (developers.facebook.com, Cloud API, error codes). What follows from each: given up, sent again later, or the channel is paused.
 */
export type Consequence = 'given_up' | 'retried' | 'paused'
export const failureReasons = [
  { code: 131047, key: 'window_closed', then: 'given_up' },
  { code: 131026, key: 'unreachable', then: 'given_up' },
  { code: 131051, key: 'unsupported', then: 'given_up' },
  { code: 131050, key: 'opted_out', then: 'given_up' },
  { code: 131056, key: 'too_many_to_person', then: 'retried' },
  { code: 130429, key: 'too_fast', then: 'retried' },
  { code: 131048, key: 'spam_limit', then: 'retried' },
  { code: 131016, key: 'unavailable', then: 'retried' },
  { code: 131000, key: 'unknown', then: 'retried' },
  { code: 190, key: 'token_expired', then: 'paused' },
  { code: 131031, key: 'account_locked', then: 'paused' },
] as const satisfies readonly { code: number; key: string; then: Consequence }[]

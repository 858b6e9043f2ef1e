/** The first try and three more. */
const maxTries = 4
/** A recipient who may not be written to so often is no trouble of the message: it is tried for longer. */
const maxTriesForRecipient = 12

/** What a failed try says about: this message, its recipient, or the whole account. */
export type RetryScope = 'message' | 'recipient' | 'channel'

/** Whether the try that just failed, the `attempts`-th, was the last one. */
export const isLastTry = (attempts: number, scope: RetryScope): boolean => attempts >= (scope === 'recipient' ? maxTriesForRecipient : maxTries)

/** Seconds before try n + 1: 2, 4, 8, with up to a quarter of jitter; the vendor's own Retry-After wins. */
export const retrySeconds = (attempts: number, asked: number | null, random: () => number): number => (asked ?? 2 ** attempts) * (1 + random() / 4)

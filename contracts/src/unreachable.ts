/**
 * Why messages to an address do not reach the person. `unavailable`: they blocked the business or left, and the network does not say which; `undeliverable`: it gives
 * no reason, so that the next message may arrive.
 */
export const unreachableCauses = ['blocked', 'deactivated', 'no_account', 'not_started', 'unavailable', 'undeliverable'] as const

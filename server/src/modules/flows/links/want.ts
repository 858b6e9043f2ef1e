import type { LinkRequest } from '@chasqui/flow/steps/media/fetched'
import type { Tx } from '#platform/database/transaction'
import { keepCall, type NewCall } from '../calls/store.ts'

export const linksQueue = 'links'

/** Keeps what is to be fetched with the turn that wants it, as calls are kept, and sees to it that it is. */
export const wantLink = (tx: Tx, link: NewCall<LinkRequest>): void => {
  keepCall(tx, link)
  linkLater(tx, link.id)
}

/** Each has a lane of its own: a large file holds up no other. */
export const linkLater = (tx: Tx, callId: string, at?: Date): void =>
  tx.enqueue({ queue: linksQueue, key: callId, payload: { callId }, ...(at && { runAt: at }) })

import type { Files } from '#files'
import type { Http } from '#platform/http/server'
import { createReplies } from '#replies'

type Ports = { now(): Date; newId(): string; files: Pick<Files, 'stored' | 'share'> }

/** What people have ready to say: quick replies. */
export const createPreparedWords = ({ now, newId, files }: Ports) => {
  const replies = createReplies({ now, newId, files: (tx, ids) => files.stored(tx, ids), share: (tx, ids, shared) => files.share(tx, ids, shared) })
  return {
    used: replies.used,
    filesAmong: replies.filesAmong,
    registerRoutes: (http: Http) => replies.registerRoutes(http),
  }
}

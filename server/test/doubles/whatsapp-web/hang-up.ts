import type { Connection } from './connection.ts'
import { node } from './node.ts'

/** How a line ends, by what it means. */
export type HangUp =
  /** 401: the account removed the device */
  | 'logged-out'
  /** 440: another program uses the same device */
  | 'replaced'
  /** 515: come again at once */
  | 'restart'
  /** 503: the network has trouble */
  | 'unavailable'
  /** 428: the network closes in good order, or the line breaks */
  | 'closed'
  | 'cut'
  /** 408: nothing is heard any more */
  | 'silent'
  /** questions are answered, and nothing else comes */
  | 'deaf'

export const hangUp = (connection: Connection, how: HangUp): void => {
  switch (how) {
    case 'logged-out':
      return connection.end(node('stream:error', { code: '401' }, [node('conflict', { type: 'device_removed' })]))
    case 'replaced':
      return connection.end(node('stream:error', {}, [node('conflict', { type: 'replaced' })]))
    case 'restart':
      return connection.end(node('stream:error', { code: '515' }))
    case 'unavailable':
      return connection.end(node('stream:error', { code: '503' }))
    case 'closed':
      return connection.end(node('xmlstreamend'))
    case 'cut':
      return connection.end()
    case 'silent':
      return connection.goSilent()
    case 'deaf':
      return connection.goDeaf()
  }
}

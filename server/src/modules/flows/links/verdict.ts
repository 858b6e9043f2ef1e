import type { LinkError } from '@chasqui/flow/steps/media/fetched'
import type { EgressAnswer } from '#platform/egress/egress'
import type { Failure } from '#platform/failure'

/** Why an answer brings no file; null where it does. A page is none: whoever is not let in, or finds nothing, gets one. */
export const errorOfAnswer = (answer: EgressAnswer): LinkError | null => {
  switch (answer.result) {
    case 'refused':
      return answer.blocked ? 'blocked' : 'unreachable'
    case 'lost':
      if (answer.tooLarge) return 'too_large'
      return answer.reason === 'time-out' ? 'timeout' : 'lost'
    case 'answer':
      if (answer.status === 404 || answer.status === 410) return 'not_found'
      if (answer.status !== 200) return 'status'
      return /^\s*(?:text\/html|application\/xhtml)/i.test(answer.headers['content-type'] ?? '') ? 'kind' : null
  }
}

const byCode: Readonly<Record<string, LinkError>> = { 'file.too_large': 'too_large', 'file.executable': 'program', 'limit.storage': 'storage' }

/** Why what came is not kept, or not sent as this kind of message. */
export const errorOfFailure = ({ code }: Pick<Failure, 'code'>): LinkError => byCode[code] ?? 'kind'

/** Whether the server is there and well: what counts for its circuit breaker. */
export const isWell = (answer: EgressAnswer): boolean => {
  if (answer.result === 'answer') return answer.status < 500
  return answer.result === 'refused' ? answer.blocked === true : answer.tooLarge === true
}

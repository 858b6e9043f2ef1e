import type { ApiProblem } from '#lib/api-problem.ts'
import { text } from '#lib/i18n/texts.ts'

const told = {
  offline: 'channels:problem.offline',
  forbidden: 'channels:problem.forbidden',
  'limit.channels': 'channels:problem.no_room',
  'channel.account_taken': 'channels:problem.account_taken',
  'channel.flow_not_published': 'channels:problem.flow',
  'channel.kind_not_available': 'channels:problem.kind',
  'channel.sign_in_not_set_up': 'channels:sign_in.not_set_up',
  'channel.sign_in_expired': 'channels:sign_in.trouble.expired',
  'channel.sign_in_refused': 'channels:sign_in.trouble.refused',
  'channel.sign_in_unavailable': 'channels:sign_in.trouble.unavailable',
  'channel.sign_in_not_accepted': 'channels:sign_in.not_accepted',
  'channel.account_not_choosable': 'channels:sign_in.not_accepted',
} as const

/** What a refusal means for the person in front of it. */
export const problemWords = ({ code, status }: ApiProblem): string =>
  text(code in told ? told[code as keyof typeof told] : status === 403 ? told.forbidden : status === 404 ? 'channels:gone' : 'channels:problem.unknown')

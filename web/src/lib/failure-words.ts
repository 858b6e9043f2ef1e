/**
 * Why a message did not go, as one of a few plain reasons, from the stable code of the server or the provider. Codes of WhatsApp:
 * Meta's error reference for the Cloud API; the simulated network uses the same numbers.
 */
export type FailureReason =
  | 'account'
  | 'author_gone'
  | 'closed'
  | 'file'
  | 'forbidden'
  | 'invalid_number'
  | 'limit'
  | 'lost'
  | 'month_limit'
  | 'not_converted'
  | 'not_offered'
  | 'not_reached'
  | 'opted_out'
  | 'payment'
  | 'policy'
  | 'storage'
  | 'no_sight'
  | 'suspended'
  | 'template'
  | 'too_long'
  | 'unreachable'
  | 'voice'
  | 'window'
  | 'unknown'

const reasons: [FailureReason, number[]][] = [
  ['window', [131047]],
  ['invalid_number', [131026, 131030, 131021, 131062]],
  ['limit', [4, 17, 32, 341, 613, 80007, 80008, 130429, 131048, 131056, 131049, 130472]],
  ['account', [0, 3, 10, 102, 190, 131005, 131045, 133005, 133006, 133010, 133016, 131037]],
  ['payment', [131042, 131044]],
  ['policy', [368, 131031, 130497]],
  ['opted_out', [131050]],
  ['not_reached', [551, 2018001, 2018108, 1545041]],
  ['file', [131052, 131053]],
  ['not_offered', [131051]],
]
/** What vendors without numbers say of somebody who blocked the channel, left, or never began. */
const notReached = /^(?!contact\.).+\.(?:blocked|kicked|deactivated|not_started|chat_not_found)$/
const byNumber = new Map(reasons.flatMap(([reason, codes]) => codes.map((code): [number, FailureReason] => [code, reason])))

const own: Record<string, FailureReason> = {
  'conversation.window_closed': 'window',
  'window.closed': 'window',
  'conversation.closed': 'closed',
  'content.too_long': 'too_long',
  'content.type_not_offered': 'not_offered',
  'file.too_large': 'file',
  'limit.messages': 'month_limit',
  'tenant.suspended': 'suspended',
  'mention.unreachable': 'no_sight',
  'file.type_not_offered': 'file',
  'file.unknown': 'file',
  'file.not_convertible': 'not_converted',
  'file.source_gone': 'not_converted',
  'file.voice_not_convertible': 'voice',
  'file.lost': 'lost',
  'scheduled.author_gone': 'author_gone',
  'file.executable': 'file',
  'file.type_mismatch': 'file',
  'limit.storage': 'storage',
  'file.video_not_convertible': 'not_converted',
  'contact.opted_out': 'opted_out',
  'contact.not_reached': 'unreachable',
  'template.unknown': 'template',
  'template.not_approved': 'template',
  'template.variables_missing': 'template',
  'channel.removed': 'account',
  forbidden: 'forbidden',
}

export const failureReason = (code: string): FailureReason => {
  const known = own[code]
  if (known) return known
  if (notReached.test(code)) return 'not_reached'
  const number = Number(/\.(\d+)$/.exec(code)?.[1] ?? NaN)
  if (number >= 132_000 && number < 133_000) return 'template'
  if (number >= 200 && number < 300) return 'account'
  return byNumber.get(number) ?? (/window/.test(code) ? 'window' : 'unknown')
}

/** Names whose values are secrets, in lower case and without `-` and `_`, so that every spelling is met. */
const secretNames = new Set([
  'authorization',
  'cookie',
  'setcookie',
  'xapikey',
  'apikey',
  'password',
  'currentpassword',
  'newpassword',
  'secret',
  'token',
  'accesstoken',
  'refreshtoken',
  'appsecret',
  'verifytoken',
  'jwtsecret',
  'encryptionkeys',
  'totp',
])
/** Names whose values lead to a person. */
const personalNames = new Set(['phone', 'waid', 'recipientid', 'email', 'recipient'])

const deepest = 5

const plain = (name: string) => name.toLowerCase().replaceAll(/[-_]/g, '')

/** Of a phone number or address the last four characters stay, enough to recognise a case with the person at hand. */
const mask = (value: unknown): unknown => (typeof value === 'string' ? `…${value.slice(-4)}` : redact(value, 1))

const redactField = (name: string, value: unknown, depth: number): unknown => {
  const known = plain(name)
  if (secretNames.has(known)) return '[redacted]'
  return personalNames.has(known) ? mask(value) : redact(value, depth + 1)
}

/**
 * A copy of what is to be logged, without the values of secret and personal names. A net under the rule that such things are not passed
 * to the log at all. Errors are left to the log's own serializer; what lies deeper than five levels is not written.
 */
export const redact = (value: unknown, depth = 0): unknown => {
  if (value === null || typeof value !== 'object' || value instanceof Error || value instanceof Date) return value
  if (depth >= deepest) return '[deep]'
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, redactField(name, field, depth)]))
}

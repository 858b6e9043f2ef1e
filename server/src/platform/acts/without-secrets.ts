type Facts = Record<string, unknown>

/** Words in a name that say that its value opens something. In lower case and without `-` and `_`, so that every spelling is met. */
const secretName = /password|secret|token|credential|authorization|cookie|apikey|encryptionkey|recoverycode|totp|signinkey|^key$|^code$/

/** What is told about a secret without telling it: which ones were given (`secretsGiven`), how long they hold (`oldSecretUntil`). */
const tells = new Set(['secretsgiven', 'oldsecretuntil'])

const deepest = 6

const isSecret = (name: string): boolean => {
  const plain = name.toLowerCase().replaceAll(/[-_]/g, '')
  return secretName.test(plain) && !tells.has(plain)
}

const clean = (value: unknown, depth: number): unknown => {
  if (value === null || typeof value !== 'object') return value
  if (value instanceof Date) return value.toISOString()
  if (depth >= deepest) return '[deep]'
  if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, isSecret(name) && field !== null ? '[secret]' : clean(field, depth + 1)]))
}

/** What is to be recorded, without the values of secret names. A net under the rule that verbs pass none: a trail can never be cleaned afterwards. */
export const withoutSecrets = (facts: Facts): Facts => clean(facts, 0) as Facts

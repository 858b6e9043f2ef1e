import type { EnvironmentValues } from './environment-schema.ts'

/** Passwords and secrets that are in every guide and every attacker's list, compared without case, digits and signs around them. */
const commonWords = new Set([
  'admin',
  'administrator',
  'password',
  'passw0rd',
  'contraseña',
  'senha',
  'changeme',
  'change-me',
  'change_me',
  'secret',
  'default',
  'chasqui',
  'demo',
  'test',
  'qwerty',
  'letmein',
  'welcome',
  'owner',
])

const isCommon = (value: string): boolean => commonWords.has(value.toLowerCase().replace(/^[\d\W_]+|[\d\W_]+$/g, ''))
const isMonotonous = (value: Iterable<unknown>, distinct: number): boolean => new Set(value).size < distinct
const isFromGuide = (value: string): boolean =>
  /change.?(me|in|it|this)|your.?(own|secret|super|jwt|key)|super.?secret|replace.?me|example|placeholder/i.test(value)
const isRepeated = (value: string): boolean => /^(.{1,16}?)\1+.{0,15}$/.test(value)

/** A random text of 32 hexadecimal digits has about 14 different ones; a typed one such as "secretsecret…" has few, or repeats itself. */
const isWeakSecret = (value: string): boolean => isFromGuide(value) || isRepeated(value) || isMonotonous(value, 8)
const isWeakPassword = (value: string): boolean => value.length < 12 || isCommon(value) || isFromGuide(value) || isMonotonous(value, 5)

const makeSecret = 'make one with "openssl rand -base64 48"'
const makeKeys = 'make one with "echo k1:$(openssl rand -base64 32)"'

/** More proxies than anybody has in a row, or a network that holds every address: the client would be believed whatever it says. */
const mostProxies = 10
const trustsEverybody = (trusted: EnvironmentValues['TRUST_PROXY']): boolean =>
  typeof trusted === 'number' ? trusted > mostProxies : trusted === true || (Array.isArray(trusted) && trusted.some((network) => network.endsWith('/0')))

type Rule = { refused: (values: EnvironmentValues) => boolean; sentence: string }

const rules: Rule[] = [
  { refused: (values) => values.JWT_SECRET === undefined, sentence: `Set JWT_SECRET to a random text of at least 32 characters (${makeSecret}).` },
  {
    refused: (values) => values.JWT_SECRET !== undefined && isWeakSecret(values.JWT_SECRET),
    sentence: `Replace the weak JWT_SECRET by a random text (${makeSecret}).`,
  },
  { refused: (values) => values.ENCRYPTION_KEYS === undefined, sentence: `Set ENCRYPTION_KEYS to id:base64-of-32-random-bytes (${makeKeys}).` },
  {
    refused: (values) => (values.ENCRYPTION_KEYS ?? []).some(({ key }) => isMonotonous(key, 12)),
    sentence: `Replace the weak key in ENCRYPTION_KEYS by 32 random bytes (${makeKeys}).`,
  },
  {
    refused: (values) => values.ADMIN_PASSWORD === undefined || isWeakPassword(values.ADMIN_PASSWORD),
    sentence: 'Set ADMIN_PASSWORD to at least 12 characters that are in no guide (make them with "openssl rand -base64 18").',
  },
  { refused: (values) => values.CORS_ORIGINS.includes('*'), sentence: 'Name the allowed web addresses in CORS_ORIGINS instead of *.' },
  {
    refused: (values) => trustsEverybody(values.TRUST_PROXY),
    sentence: 'Set TRUST_PROXY to the number (at most 10) or the addresses of your proxies instead of everybody, which lets every client choose its address.',
  },
  { refused: (values) => values.TEST_CLOCK === 'on', sentence: 'Remove TEST_CLOCK, which lets anybody move the time.' },
]

/** What a production start refuses, one sentence each that says what to do. Empty means that the start may go on. */
export const productionRefusals = (values: EnvironmentValues): string[] => rules.filter((rule) => rule.refused(values)).map((rule) => rule.sentence)

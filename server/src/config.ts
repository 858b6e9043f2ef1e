import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { environmentSchema } from './config/environment-schema.ts'
import type { EnvironmentValues } from './config/environment-schema.ts'
import type { EncryptionKey, TrustProxy } from './config/environment-values.ts'
import { readKeptSecrets, secretsFileIn } from './config/kept-secrets.ts'
import type { KeptSecrets } from './config/kept-secrets.ts'
import { productionRefusals } from './config/production-refusals.ts'
import { StartError } from './platform/start-error.ts'

/** The only reader of `process.env`: names become typed slices, secrets stay apart, unsafe starts are refused. */
export type Environment = Record<string, string | undefined>

export type HttpConfig = { host: string; port: number; publicUrl: string | null; corsOrigins: string[]; trustProxy: TrustProxy; countryHeader: string | null }
export type ProviderRoots = {
  graphApiUrl: string
  graphApiVersion: string
  instagramApiUrl: string
  telegramApiUrl: string
  openaiBaseUrl: string
  anthropicBaseUrl: string
  geminiBaseUrl: string
  xaiBaseUrl: string
  ollamaUrl: string
  lmstudioUrl: string
  googleApiUrl: string
  googleOauthUrl: string
  microsoftGraphUrl: string
  microsoftLoginUrl: string
  dockerHost: string | null
}
export type ContainersConfig = {
  image: string
  address: string
  ports: { first: number; last: number }
  memoryMegabytes: number
  callbackUrl: string | null
}
/** The app that the host has at Meta: organisations connect their pages by signing in there. */
type FacebookAppConfig = { id: string; loginUrl: string }
export type ObjectStoreConfig = { endpoint: string; region: string; bucket: string; accessKeyId: string }

/** Everything that must never be shown. Printing or serialising the slice gives only a label. */
export type Secrets = {
  databaseUrl: string | null
  redisUrl: string | null
  jwtSecret: string
  /** The first key seals, all open. */
  encryptionKeys: EncryptionKey[]
  adminPassword: string | null
  smtpUrl: string | null
  s3SecretAccessKey: string | null
  transcriptionKey: string | null
  facebookAppSecret: string | null
  facebookVerifyToken: string | null
  vapidPrivateKey: string | null
}

export type Config = {
  production: boolean
  role: EnvironmentValues['ROLE']
  /** Absolute path of the folder that holds everything that must be backed up. */
  dataDir: string
  logLevel: EnvironmentValues['LOG_LEVEL']
  http: HttpConfig
  adminEmail: string
  demo: boolean
  /** Whether anybody may make an account with an organisation of its own. */
  registrationOpen: boolean
  testClock: boolean
  /** Days that records of the audit trail are kept; null = for ever. */
  auditRetentionDays: number | null
  /** Connections that this process has to the database at most. */
  databaseConnections: number
  /** Hosts and networks that the egress guard lets through although they are private. */
  egressAllow: string[]
  providers: ProviderRoots
  /** Null: pages are connected by their tokens only. */
  facebookApp: FacebookAppConfig | null
  /** How containers of WAHA are made, where `DOCKER_HOST` tells who makes them. `callbackUrl`: where they find the product; null = its public address, else this machine's. */
  containers: ContainersConfig
  mailFrom: string | null
  objectStore: ObjectStoreConfig | null
  /** Who writes recordings down; null: nobody. */
  transcription: { url: string; model: string } | null
  webPush: { publicKey: string; subject: string | null } | null
  secrets: Secrets
}

/** The environment of this process over the `.env` file of the working directory; what is really set wins. */
export const processEnvironment = (): Environment => {
  try {
    return { ...parseEnv(readFileSync('.env', 'utf8')), ...process.env }
  } catch {
    return process.env
  }
}

const refuse = (why: string, todo: string): StartError => new StartError('configuration', 'Chasqui cannot start with this configuration.', why, todo)

const parse = (env: Environment): EnvironmentValues => {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''))
  const result = environmentSchema.safeParse(set)
  if (result.success) return result.data
  const sentences = result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`)
  throw refuse(sentences.join(' '), 'Correct these variables in the environment or in .env; .env.example explains each.')
}

const refuseUnsafe = (values: EnvironmentValues, dataDir: string): void => {
  const refusals = productionRefusals(values)
  if (refusals.length === 0) return
  const file = secretsFileIn(dataDir)
  const hint = existsSync(file) ? ` The values that this installation used so far are in ${file}.` : ''
  throw refuse('NODE_ENV is production, and that refuses unsafe settings.', refusals.join(' ') + hint)
}

const hide = (secrets: Secrets): Secrets => {
  const label = () => '[secrets]'
  return Object.defineProperties(secrets, { toJSON: { value: label }, [Symbol.for('nodejs.util.inspect.custom')]: { value: label } })
}

const secretsFrom = (values: EnvironmentValues, kept: () => KeptSecrets): Secrets =>
  hide({
    databaseUrl: values.DATABASE_URL ?? null,
    redisUrl: values.REDIS_URL ?? null,
    jwtSecret: values.JWT_SECRET ?? kept().jwtSecret,
    encryptionKeys: values.ENCRYPTION_KEYS ?? kept().encryptionKeys,
    adminPassword: values.ADMIN_PASSWORD ?? null,
    smtpUrl: values.SMTP_URL ?? null,
    s3SecretAccessKey: values.S3_SECRET_ACCESS_KEY ?? null,
    transcriptionKey: values.TRANSCRIPTION_KEY ?? null,
    facebookAppSecret: values.FACEBOOK_APP_SECRET ?? null,
    facebookVerifyToken: values.FACEBOOK_VERIFY_TOKEN ?? null,
    vapidPrivateKey: values.VAPID_PRIVATE_KEY ?? null,
  })

const httpFrom = (values: EnvironmentValues): HttpConfig => ({
  host: values.HOST,
  port: values.PORT,
  publicUrl: values.PUBLIC_URL ?? null,
  corsOrigins: values.CORS_ORIGINS,
  trustProxy: values.TRUST_PROXY,
  // Without a proxy the header would be the caller's own word.
  countryHeader: values.TRUST_PROXY === false ? null : (values.COUNTRY_HEADER?.toLowerCase() ?? null),
})

const usualGraph = 'https://graph.facebook.com'

const providersFrom = (values: EnvironmentValues): ProviderRoots => ({
  graphApiUrl: values.GRAPH_API_URL,
  graphApiVersion: values.GRAPH_API_VERSION,
  // Whoever puts a stand-in in the place of the one means the other, too.
  instagramApiUrl: values.INSTAGRAM_API_URL ?? (values.GRAPH_API_URL === usualGraph ? 'https://graph.instagram.com' : values.GRAPH_API_URL),
  telegramApiUrl: values.TELEGRAM_API_URL,
  openaiBaseUrl: values.OPENAI_BASE_URL,
  anthropicBaseUrl: values.ANTHROPIC_BASE_URL,
  geminiBaseUrl: values.GEMINI_BASE_URL,
  xaiBaseUrl: values.XAI_BASE_URL,
  ollamaUrl: values.OLLAMA_URL,
  lmstudioUrl: values.LMSTUDIO_URL,
  googleApiUrl: values.GOOGLE_API_URL,
  googleOauthUrl: values.GOOGLE_OAUTH_URL,
  microsoftGraphUrl: values.MICROSOFT_GRAPH_URL,
  microsoftLoginUrl: values.MICROSOFT_LOGIN_URL,
  dockerHost: values.DOCKER_HOST ?? null,
})

/** Where files live instead of the disk. Without an endpoint it is that of the region at the service whose protocol it is. */
const objectStoreFrom = (values: EnvironmentValues): ObjectStoreConfig | null => {
  if (values.S3_BUCKET === undefined) return null
  const missing = (['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const).filter((name) => values[name] === undefined)
  if (!values.S3_ENDPOINT && !values.S3_REGION) missing.push('S3_ENDPOINT' as never)
  if (missing.length > 0) throw refuse(`S3_BUCKET is set, ${missing.join(' and ')} not.`, 'Set them too, or leave S3_BUCKET empty to keep files in DATA_DIR.')
  const region = values.S3_REGION ?? 'auto'
  return { endpoint: values.S3_ENDPOINT ?? `https://s3.${region}.amazonaws.com`, region, bucket: values.S3_BUCKET, accessKeyId: values.S3_ACCESS_KEY_ID! }
}

/** The app's secret and token are of no use without each other: who signs in could not be understood, or what is written not be heard. */
const facebookAppFrom = (values: EnvironmentValues): FacebookAppConfig | null => {
  const names = ['FACEBOOK_APP_ID', 'FACEBOOK_APP_SECRET', 'FACEBOOK_VERIFY_TOKEN'] as const
  const missing = names.filter((name) => values[name] === undefined)
  if (missing.length === names.length) return null
  if (missing.length > 0) throw refuse(`Of the Facebook app ${missing.join(' and ')} is missing.`, `Set ${names.join(', ')} together, or none of them.`)
  return { id: values.FACEBOOK_APP_ID!, loginUrl: values.FACEBOOK_LOGIN_URL }
}

/**
 * Turns the environment into the product's configuration. Throws a StartError (exit code 1) whose sentences say what to change.
 * `kept` gives the secrets that an installation outside production makes for itself; it is asked only when one is missing.
 */
export const readConfig = (env: Environment, kept: (dataDir: string) => KeptSecrets = readKeptSecrets): Config => {
  const values = parse(env)
  const dataDir = resolve(values.DATA_DIR)
  const production = values.NODE_ENV === 'production'
  if (production) refuseUnsafe(values, dataDir)
  return {
    production,
    role: values.ROLE,
    dataDir,
    logLevel: values.LOG_LEVEL,
    http: httpFrom(values),
    adminEmail: values.ADMIN_EMAIL,
    demo: values.DEMO === 'on',
    registrationOpen: values.REGISTRATION === 'open',
    auditRetentionDays: values.AUDIT_RETENTION_DAYS === 0 ? null : values.AUDIT_RETENTION_DAYS,
    databaseConnections: values.DATABASE_CONNECTIONS,
    testClock: values.TEST_CLOCK === 'on',
    egressAllow: values.EGRESS_ALLOW,
    providers: providersFrom(values),
    facebookApp: facebookAppFrom(values),
    containers: {
      image: values.WAHA_IMAGE,
      address: values.WAHA_ADDRESS,
      ports: values.WAHA_PORTS,
      memoryMegabytes: values.WAHA_MEMORY_MB,
      callbackUrl: values.WAHA_CALLBACK_URL ?? null,
    },
    mailFrom: values.MAIL_FROM ?? null,
    objectStore: objectStoreFrom(values),
    transcription: values.TRANSCRIPTION_URL === undefined ? null : { url: values.TRANSCRIPTION_URL, model: values.TRANSCRIPTION_MODEL },
    webPush: values.VAPID_PUBLIC_KEY === undefined ? null : { publicKey: values.VAPID_PUBLIC_KEY, subject: values.VAPID_SUBJECT ?? null },
    secrets: secretsFrom(values, () => kept(dataDir)),
  }
}

import { z } from 'zod'
import { databaseUrl, encryptionKeys, hostsOrNetworks, onOff, origins, port, portRange, redisUrl, text, trustProxy, url } from './environment-values.ts'

/** Every environment variable that the product reads, as the contract names them, with its default. `.env.example` explains each. */
export const environmentSchema = z.object({
  NODE_ENV: z.string().default('development'),
  ROLE: z.enum(['all', 'web', 'worker', 'sessions'], { error: 'must be all, web, worker or sessions' }).default('all'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  PUBLIC_URL: url.optional(),
  CORS_ORIGINS: origins,
  TRUST_PROXY: trustProxy,
  COUNTRY_HEADER: z
    .string()
    .regex(/^[\w-]{1,60}$/, 'must be the name of a header')
    .optional(),
  AUDIT_RETENTION_DAYS: z.coerce
    .number('must be a number of days')
    .int()
    .refine((days) => days === 0 || days >= 30, 'must be 0 (for ever) or at least 30')
    .default(730),
  DATA_DIR: z.string().default('./data'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], { error: 'must be trace, debug, info, warn, error, fatal or silent' })
    .default('info'),
  DEMO: onOff.default('on'),
  REGISTRATION: z.enum(['open', 'closed'], { error: 'must be open or closed' }).default('closed'),
  TEST_CLOCK: onOff.default('off'),
  EGRESS_ALLOW: hostsOrNetworks,

  DATABASE_URL: databaseUrl,
  DATABASE_CONNECTIONS: z.coerce.number('must be a number of connections').int().min(12, 'must be at least 12').max(500, 'must be at most 500').default(35),
  REDIS_URL: redisUrl,
  JWT_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  ENCRYPTION_KEYS: encryptionKeys.optional(),
  ADMIN_EMAIL: z.email('must be an e-mail address').default('owner@demo.local'),
  ADMIN_PASSWORD: text,
  SMTP_URL: text,
  MAIL_FROM: text,
  S3_ENDPOINT: url.optional(),
  S3_REGION: text,
  S3_BUCKET: text,
  S3_ACCESS_KEY_ID: text,
  S3_SECRET_ACCESS_KEY: text,
  TRANSCRIPTION_URL: url.optional(),
  TRANSCRIPTION_MODEL: z.string().max(200).default('whisper-1'),
  TRANSCRIPTION_KEY: text,
  VAPID_PUBLIC_KEY: text,
  VAPID_PRIVATE_KEY: text,
  VAPID_SUBJECT: text,

  GRAPH_API_URL: url.default('https://graph.facebook.com'),
  GRAPH_API_VERSION: z
    .string()
    .regex(/^v\d+\.\d+$/, 'must look like v26.0')
    .default('v26.0'),
  INSTAGRAM_API_URL: url.optional(),
  FACEBOOK_APP_ID: z
    .string()
    .regex(/^\d{1,30}$/, 'must be the number of an app, in digits')
    .optional(),
  FACEBOOK_APP_SECRET: text,
  FACEBOOK_VERIFY_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  FACEBOOK_LOGIN_URL: url.default('https://www.facebook.com'),
  TELEGRAM_API_URL: url.default('https://api.telegram.org'),
  OPENAI_BASE_URL: url.default('https://api.openai.com/v1'),
  ANTHROPIC_BASE_URL: url.default('https://api.anthropic.com/v1'),
  GEMINI_BASE_URL: url.default('https://generativelanguage.googleapis.com/v1beta'),
  XAI_BASE_URL: url.default('https://api.x.ai/v1'),
  OLLAMA_URL: url.default('http://127.0.0.1:11434'),
  LMSTUDIO_URL: url.default('http://127.0.0.1:1234/v1'),
  GOOGLE_API_URL: url.default('https://www.googleapis.com'),
  GOOGLE_OAUTH_URL: url.default('https://oauth2.googleapis.com'),
  MICROSOFT_GRAPH_URL: url.default('https://graph.microsoft.com/v1.0'),
  MICROSOFT_LOGIN_URL: url.default('https://login.microsoftonline.com'),
  DOCKER_HOST: z
    .string()
    .regex(/^(unix:\/\/\/|(tcp|http):\/\/)\S+$/, 'must look like unix:///var/run/docker.sock or tcp://127.0.0.1:2375')
    .optional(),
  WAHA_IMAGE: z
    .string()
    .regex(/^[a-z0-9][\w./:@-]{0,300}$/, 'must be the name of an image')
    .default('devlikeapro/waha:gows-2026.7.1'),
  WAHA_ADDRESS: z.union([z.ipv4(), z.ipv6()], 'must be an address of this machine').default('127.0.0.1'),
  WAHA_PORTS: portRange.default({ first: 21_500, last: 21_999 }),
  WAHA_MEMORY_MB: z.coerce.number('must be a number of megabytes').int().min(128, 'must be at least 128').default(512),
  WAHA_CALLBACK_URL: url.optional(),
})

export type EnvironmentValues = z.output<typeof environmentSchema>

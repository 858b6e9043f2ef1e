import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { inspect, parseEnv } from 'node:util'
import { readConfig } from './config.ts'
import { environmentSchema } from './config/environment-schema.ts'
import { readKeptSecrets } from './config/kept-secrets.ts'
import { StartError } from './platform/start-error.ts'

const jwtSecret = 'p3Zk81Lw0QvXy7TnRbEc5HdMs9UgJfA2'
const encodedKey = Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7)).toString('base64')
const kept = () => ({ jwtSecret, encryptionKeys: [{ id: 'k1', key: Buffer.alloc(32, 1) }] })
const forbidden = (): never => assert.fail('asked for kept secrets')

const refusalOf = (env: Record<string, string>): StartError => {
  try {
    readConfig(env, kept)
  } catch (error) {
    assert.ok(error instanceof StartError)
    assert.equal(error.exitCode, 1)
    return error
  }
  return assert.fail(`started with ${JSON.stringify(env)}`)
}

const withFolder = (work: (folder: string) => void): void => {
  const folder = mkdtempSync(join(tmpdir(), 'chasqui-config-'))
  try {
    work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('configuration', () => {
  test('an empty environment starts on this machine alone, with the demo, on the real providers', () => {
    const config = readConfig({}, kept)
    assert.deepEqual([config.http.host, config.http.port, config.role, config.demo, config.production], ['127.0.0.1', 3000, 'all', true, false])
    assert.equal(config.providers.graphApiUrl, 'https://graph.facebook.com')
    assert.equal(config.providers.graphApiVersion, 'v26.0')
    assert.equal(config.secrets.databaseUrl, null)
  })

  test('an empty variable counts as absent', () => {
    assert.equal(readConfig({ PORT: '', DATABASE_URL: ' ' }, kept).http.port, 3000)
  })

  test('a root loses its closing slash, lists are split, proxies are counted or named', () => {
    const config = readConfig(
      { GRAPH_API_URL: 'http://127.0.0.1:4010/', EGRESS_ALLOW: '127.0.0.1, 10.0.0.0/8', TRUST_PROXY: '2', CORS_ORIGINS: 'https://a.example' },
      kept,
    )
    assert.equal(config.providers.graphApiUrl, 'http://127.0.0.1:4010')
    assert.deepEqual(config.egressAllow, ['127.0.0.1', '10.0.0.0/8'])
    assert.equal(config.http.trustProxy, 2)
    assert.deepEqual(readConfig({ TRUST_PROXY: '10.0.0.1, 10.1.0.0/16, fd00::/8' }, kept).http.trustProxy, ['10.0.0.1', '10.1.0.0/16', 'fd00::/8'])
    assert.deepEqual(readConfig({ CORS_ORIGINS: 'https://App.example/, http://localhost:5173' }, kept).http.corsOrigins, [
      'https://app.example',
      'http://localhost:5173',
    ])
  })

  test('encryption keys keep their order, the first is the current one', () => {
    const { encryptionKeys } = readConfig(
      { ENCRYPTION_KEYS: `k2:${encodedKey},k1:${Buffer.alloc(32, 1).toString('base64')}`, JWT_SECRET: jwtSecret },
      forbidden,
    ).secrets
    assert.deepEqual(
      encryptionKeys.map((key) => key.id),
      ['k2', 'k1'],
    )
    assert.equal(encryptionKeys[0]?.key.toString('base64'), encodedKey)
  })

  test('secrets are never printed with the configuration', () => {
    const config = readConfig({ DATABASE_URL: 'postgres://u:hidden-password@db/x' }, kept)
    assert.doesNotMatch(JSON.stringify(config) + inspect(config, { depth: 9 }), /hidden-password|p3Zk81Lw/)
  })

  const malformed: [string, string, RegExp][] = [
    ['PORT', 'http', /PORT must be a number/],
    ['PORT', '70000', /PORT must be 0 to 65535/],
    ['DEMO', 'yes', /DEMO must be on or off/],
    ['ROLE', 'boss', /ROLE must be all, web, worker or sessions/],
    ['PUBLIC_URL', 'chasqui.example', /PUBLIC_URL must be a web address/],
    ['DATABASE_URL', 'mysql://x', /DATABASE_URL must look like postgres:/],
    ['REDIS_URL', 'localhost:6379', /REDIS_URL must look like redis:/],
    ['REDIS_URL', 'redis://h:port', /REDIS_URL must look like redis:/],
    ['JWT_SECRET', 'short', /JWT_SECRET must have at least 32 characters/],
    ['ADMIN_EMAIL', 'owner', /ADMIN_EMAIL must be an e-mail address/],
    ['GRAPH_API_VERSION', '26', /GRAPH_API_VERSION must look like v26.0/],
    ['TRUST_PROXY', 'nginx', /TRUST_PROXY must be a number of proxies/],
    ['TRUST_PROXY', '10.0.0.0/33', /TRUST_PROXY must be a number of proxies/],
    ['TRUST_PROXY', '10.0.0.1,', /TRUST_PROXY must be a number of proxies/],
    ['EGRESS_ALLOW', '10.0.0.0/99', /EGRESS_ALLOW must be a comma list of host names/],
    ['EGRESS_ALLOW', 'http://graph.local', /EGRESS_ALLOW must be a comma list of host names/],
    ['CORS_ORIGINS', 'app.example', /CORS_ORIGINS must be a comma list of web addresses/],
    ['CORS_ORIGINS', 'https://a.example, file:///x', /CORS_ORIGINS must be a comma list of web addresses/],
    ['ENCRYPTION_KEYS', encodedKey, /ENCRYPTION_KEYS must be a comma list of id:base64-of-32-bytes/],
    ['ENCRYPTION_KEYS', 'k1:c2hvcnQ=', /ENCRYPTION_KEYS must be a comma list/],
    ['ENCRYPTION_KEYS', `k1:${encodedKey},k1:${encodedKey}`, /with different ids/],
  ]
  for (const [name, value, sentence] of malformed) {
    test(`${name}=${value.slice(0, 20)} is refused by name`, () => assert.match(refusalOf({ [name]: value }).why, sentence))
  }

  test('all mistakes are told at once', () => {
    assert.match(refusalOf({ PORT: 'x', DEMO: 'x' }).why, /PORT.*DEMO/)
  })
})

describe('production', () => {
  const safe = { NODE_ENV: 'production', JWT_SECRET: jwtSecret, ENCRYPTION_KEYS: `k1:${encodedKey}`, ADMIN_PASSWORD: 'remolino-cobre-4182' }

  test('starts with real secrets and makes none itself', () => {
    assert.equal(readConfig(safe, forbidden).production, true)
    assert.equal(readConfig({ ...safe, TRUST_PROXY: '1' }, forbidden).secrets.adminPassword, 'remolino-cobre-4182')
  })

  const unsafe: [string, Record<string, string>, RegExp][] = [
    ['no JWT_SECRET', { JWT_SECRET: '' }, /^Set JWT_SECRET to a random text/],
    ['a repeated JWT_SECRET', { JWT_SECRET: '0123456789'.repeat(4) }, /^Replace the weak JWT_SECRET/],
    ['a JWT_SECRET of few letters', { JWT_SECRET: 'a'.repeat(40) }, /^Replace the weak JWT_SECRET/],
    ['a JWT_SECRET from a guide', { JWT_SECRET: 'your-super-secret-jwt-key-change-in-production' }, /^Replace the weak JWT_SECRET/],
    ['no ENCRYPTION_KEYS', { ENCRYPTION_KEYS: '' }, /^Set ENCRYPTION_KEYS to id:base64/],
    ['a key of zeros', { ENCRYPTION_KEYS: `k1:${Buffer.alloc(32).toString('base64')}` }, /^Replace the weak key/],
    ['no admin password', { ADMIN_PASSWORD: '' }, /^Set ADMIN_PASSWORD/],
    ['a short admin password', { ADMIN_PASSWORD: 'x7#kQ9' }, /^Set ADMIN_PASSWORD/],
    ['a default admin password', { ADMIN_PASSWORD: 'administrator123!' }, /^Set ADMIN_PASSWORD/],
    ['wildcard CORS', { CORS_ORIGINS: 'https://a.example,*' }, /^Name the allowed web addresses/],
    ['trusting every proxy', { TRUST_PROXY: 'true' }, /^Set TRUST_PROXY/],
    ['trusting every network', { TRUST_PROXY: '10.0.0.1, 0.0.0.0/0' }, /^Set TRUST_PROXY/],
    ['trusting every IPv6 network', { TRUST_PROXY: '::/0' }, /^Set TRUST_PROXY/],
    ['a chain of proxies without end', { TRUST_PROXY: '99' }, /^Set TRUST_PROXY/],
    ['the test clock', { TEST_CLOCK: 'on' }, /^Remove TEST_CLOCK/],
  ]
  for (const [name, env, sentence] of unsafe) {
    test(`refuses ${name} and says what to do`, () => assert.match(refusalOf({ ...safe, ...env }).todo, sentence))
    const { JWT_SECRET: _, ENCRYPTION_KEYS: __, ...elsewhere } = env
    if (Object.keys(elsewhere).length > 0) test(`elsewhere ${name} is allowed`, () => assert.equal(readConfig(elsewhere, kept).production, false))
  }
})

describe('kept secrets', () => {
  test('are made once, readable by their owner only, and stay the same', () =>
    withFolder((folder) => {
      const first = readKeptSecrets(join(folder, 'data'))
      assert.deepEqual(readKeptSecrets(join(folder, 'data')), first)
      assert.ok(first.jwtSecret.length >= 32)
      assert.equal(first.encryptionKeys[0]?.key.length, 32)
      if (process.platform !== 'win32') assert.equal(statSync(join(folder, 'data', 'secrets.json')).mode & 0o777, 0o600)
    }))

  test('a damaged file is told, never replaced', () =>
    withFolder((folder) => {
      writeFileSync(join(folder, 'secrets.json'), '{')
      assert.throws(
        () => readKeptSecrets(folder),
        (error: StartError) => error.exitCode === 1 && error.todo.includes('backup'),
      )
      assert.equal(readFileSync(join(folder, 'secrets.json'), 'utf8'), '{')
    }))

  test('a data folder that cannot be made is a disk failure', () =>
    withFolder((folder) => {
      writeFileSync(join(folder, 'file'), '')
      assert.throws(
        () => readKeptSecrets(join(folder, 'file', 'data')),
        (error: StartError) => error.exitCode === 5,
      )
    }))
})

test('.env.example names every variable, and its values are the defaults', () => {
  const example = parseEnv(readFileSync(join(import.meta.dirname, '../../.env.example'), 'utf8'))
  assert.deepEqual(Object.keys(example).sort(), Object.keys(environmentSchema.shape).sort())
  assert.deepEqual(readConfig(example, kept), readConfig({}, kept))
})

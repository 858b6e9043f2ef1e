import type { TenantTimes } from './many-tenants.ts'
import type { Times } from './percentiles.ts'

/** Milliseconds of server time that the host's pages and a sign-in stay below, for 95 of 100 calls. */
const goal = 100

const row = (name: string, { p50, p95, max }: Times, note = ''): string =>
  `  ${name.padEnd(38)}p50 ${p50.toFixed(1).padStart(6)} ms   p95 ${p95.toFixed(1).padStart(6)} ms   max ${max.toFixed(1).padStart(6)} ms   ${note}`
const against = ({ p95 }: Times): string => `goal ${goal} ms ${p95 < goal ? 'met' : 'MISSED'}`

export const tenantsTable = (times: TenantTimes): string =>
  [
    '',
    `  ${times.tenants} organisations, ${times.people} people, ${times.conversations} conversations, ${times.messages} messages; filled in ${times.fillSeconds.toFixed(0)} s`,
    '',
    ...Object.entries(times.pages).map(([name, taken]) => row(name, taken, against(taken))),
    row('sign-in with a password', times.login, against(times.login)),
    row('  of it argon2id, alone', times.hashing, `share of the sign-in ${(times.hashing.p50 / times.login.p50).toFixed(2)}`),
    row('renewal of a session', times.renewal, against(times.renewal)),
    '',
  ].join('\n')

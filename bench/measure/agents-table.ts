import type { AgentTimes } from './many-agents.ts'
import type { Times } from './percentiles.ts'

/** Milliseconds from webhook to screen that 95 of 100 stay below. */
const goal = 500

const row = (name: string, { p50, p95, p99, max }: Times, note = ''): string =>
  `  ${name.padEnd(38)}p50 ${p50.toFixed(0).padStart(5)} ms   p95 ${p95.toFixed(0).padStart(5)} ms   p99 ${p99.toFixed(0).padStart(5)} ms   max ${max.toFixed(0).padStart(5)} ms   ${note}`

export const agentsTable = ({ agents, perSecond, messages, toScreen, toLastScreen, missing, away }: AgentTimes): string =>
  [
    '',
    `  ${agents} people with the inbox open, ${messages} messages at ${perSecond}/s, each answered by a flow`,
    '',
    row('webhook to a screen', toScreen, `goal ${goal} ms ${toScreen.p95 <= goal ? 'met' : 'MISSED'}`),
    row('webhook to the last of the screens', toLastScreen),
    `  messages that a screen never had      ${missing}`,
    row(`back after ${away.seconds} s without network`, away.untilBack, `${away.screens} screens, ${away.loadedAnew} of them loaded anew`),
    `  lists that differ from a fresh load   ${away.differing.length}`,
    ...away.differing.slice(0, 5).map((one) => `    ${one}`),
    '',
  ].join('\n')

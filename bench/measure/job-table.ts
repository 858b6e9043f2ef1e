import type { JobTimes } from './beside-a-job.ts'
import type { Times } from './percentiles.ts'

const row = (name: string, messages: number, { p50, p95, p99, max }: Times): string =>
  `  ${name.padEnd(26)}p50 ${p50.toFixed(1).padStart(7)} ms   p95 ${p95.toFixed(1).padStart(7)} ms   p99 ${p99.toFixed(1).padStart(7)} ms   max ${max.toFixed(0).padStart(5)} ms   ${messages} messages`

export const jobTable = ({ perSecond, alone, beside, ratio, job, lost, duplicated }: JobTimes): string =>
  [
    '',
    `  webhook to answer at ${perSecond}/s, without and beside a job that tags ${job.total} conversations`,
    '',
    row('without a job', alone.messages, alone.times),
    row('while the job goes on', beside.messages, beside.times),
    `  ratio                     p50 ${ratio.p50.toFixed(2)}   p95 ${ratio.p95.toFixed(2)}`,
    `  the job                   ${job.seconds.toFixed(0)} s, ${(job.done / job.seconds).toFixed(0)} conversations/s, ${job.failed} refused`,
    `  lost ${lost}  duplicated ${duplicated}`,
    '',
  ].join('\n')

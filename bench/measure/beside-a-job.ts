import { fillMessages } from './fill-messages.ts'
import { timesOf, type Times } from './percentiles.ts'
import { openStage, type Stage } from './stage.ts'
import { sendRound, type Round } from './traffic.ts'

export type JobOptions = { conversations: number; perSecond: number; secondsPerRound: number; warmUpMessages: number }
/** From webhook to answer, without a job and while one goes on; `ratio`: the second to the first. */
export type JobTimes = JobOptions & {
  alone: { messages: number; times: Times }
  beside: { messages: number; times: Times }
  ratio: { p50: number; p95: number }
  job: { seconds: number; done: number; failed: number; total: number }
  lost: number
  duplicated: number
}

/** So many of those that are filled in have no message, and are left out. */
const spare = 1.05

type Job = { id: string; state: 'running' | 'done' | 'cancelled' | 'failed'; total: number; done: number; skipped: number; failed: number }

const startJob = async ({ api }: Stage): Promise<Job> => {
  const { items } = await api.get<{ items: { id: string; name: string }[] }>('/api/channels')
  const channelId = items.find(({ name }) => name === 'Bench')!.id
  return api.send<Job>('POST', '/api/conversations/bulk/tags', { matching: { view: 'all', tab: 'any', channelId }, add: ['Feria'], remove: [] })
}

const answered = (rounds: Round[]): number[] => rounds.flatMap(({ replyMs }) => replyMs)
const measured = (rounds: Round[]) => ({ messages: answered(rounds).length, times: timesOf(answered(rounds)) })

/** Customers write at a steady rate, and a flow answers, without and beside a job with many conversations; before and after it, so that a drift disturbs neither. */
export const measureBesideJob = async (options: JobOptions, tell: (line: string) => void): Promise<JobTimes> => {
  const { conversations, perSecond, secondsPerRound, warmUpMessages } = options
  await using opened = new AsyncDisposableStack()
  const stage = await openStage()
  opened.defer(() => stage.close())
  const wanted = Math.ceil(conversations * spare)
  const { ownConversations } = await fillMessages(stage.dataDir, { messages: wanted * 4, conversations: wanted, tenants: 1 })
  tell(`${ownConversations} conversations are there`)
  const round = () => sendRound(stage, perSecond * secondsPerRound, perSecond)
  const warm = await sendRound(stage, warmUpMessages, null)
  const alone = [await round()]
  const beside: Round[] = []
  const startedAt = performance.now()
  let job = await startJob(stage)
  let seconds = 0
  while (job.state === 'running') {
    const one = await round()
    job = await stage.api.get<Job>(`/api/jobs/${job.id}`)
    // A round that outlasted the job says nothing about it, unless there is no other.
    if (job.state === 'running' || beside.length === 0) beside.push(one)
    else alone.push(one)
    seconds = (performance.now() - startedAt) / 1000
  }
  tell(`the job is ${job.state} after ${seconds.toFixed(0)} s`)
  alone.push(await round())
  const [without, during] = [measured(alone), measured(beside)]
  const sum = (name: 'lost' | 'duplicated') => [warm, ...alone, ...beside].reduce((total, one) => total + one[name], 0)
  return {
    ...options,
    alone: without,
    beside: during,
    ratio: { p50: during.times.p50 / without.times.p50, p95: during.times.p95 / without.times.p95 },
    job: { seconds, done: job.done, failed: job.failed, total: job.total },
    lost: sum('lost'),
    duplicated: sum('duplicated'),
  }
}

import { parseArgs } from 'node:util'
import { agentsTable } from './measure/agents-table.ts'
import { bench, type BenchOptions } from './measure/bench.ts'
import { measureBesideJob } from './measure/beside-a-job.ts'
import { builderTable } from './measure/builder/builder-table.ts'
import { measureBuilder } from './measure/builder/measure-builder.ts'
import { jobTable } from './measure/job-table.ts'
import { engineTable, measureEngine } from './measure/engine.ts'
import { linesTable, measureLines } from './measure/lines/measure-lines.ts'
import { measureAgents } from './measure/many-agents.ts'
import { measureTenants } from './measure/many-tenants.ts'
import { tableOf } from './measure/table.ts'
import { tenantsTable } from './measure/tenants-table.ts'

const usage = `npm run bench -- [--with-million | --tenants | --agents | --job | --engine | --builder | --lines] [--rounds 3] [--messages 8000] [--json]

Measures the product against a bare HTTP server that only checks the signature, in one run on this machine.
  --with-million   also fills a database with a million messages and measures inbox and search (about a minute more)
  --tenants        instead: the host's console and sign-in among 200 organisations with 20 people each
  --agents         instead: a hundred people with the inbox open at 50 messages a second, ten of them cut off for a minute
  --job            instead: webhook to answer without and beside a job that tags 20,000 conversations
  --engine         instead: one turn of the flow engine alone, beside a fixed calculation
  --builder        instead: a flow of 300 steps opened, dragged and written in, in Chromium
  --lines          instead: lines of numbers linked by QR that say nothing, in the engine alone and in the product; --held N of them (200)
  --rounds N       rounds of yardstick and product in turn (3)
  --messages N     messages of one round (8000)`

type Wanted = BenchOptions & { json: boolean; tenants: boolean; agents: boolean; job: boolean; engine: boolean; builder: boolean; lines: boolean; held: number }

const readOptions = (args: string[]): Wanted | null => {
  const flag = { type: 'boolean', default: false } as const
  const { values } = parseArgs({
    args,
    options: {
      'with-million': flag,
      tenants: flag,
      agents: flag,
      job: flag,
      engine: flag,
      builder: flag,
      lines: flag,
      held: { type: 'string', default: '200' },
      rounds: { type: 'string', default: '3' },
      messages: { type: 'string', default: '8000' },
      json: flag,
      help: { ...flag, short: 'h' },
    },
  })
  const [rounds, messages, held] = [Number(values.rounds), Number(values.messages), Number(values.held)]
  if (!(Number.isInteger(rounds) && rounds > 0 && Number.isInteger(messages) && messages > 0))
    throw new Error('--rounds and --messages have to be whole numbers above 0.')
  if (!(Number.isInteger(held) && held > 1)) throw new Error('--held has to be a whole number above 1.')
  return values.help
    ? null
    : {
        rounds,
        messages,
        million: values['with-million'],
        tenants: values.tenants,
        agents: values.agents,
        job: values.job,
        engine: values.engine,
        builder: values.builder,
        lines: values.lines,
        held,
        json: values.json,
      }
}

/** `npm run bench`: exit code 0 unless something was lost or doubled (1) or could not be measured (2). Speed never fails the run: machines differ. */
const run = async ({ json, tenants, agents, job, engine, builder, lines, held, ...options }: Wanted): Promise<number> => {
  const tell = (line: string) => void (json || console.log(line))
  if (engine) {
    const times = measureEngine(options.rounds)
    console.log(json ? JSON.stringify(times) : engineTable(times))
    return 0
  }
  if (builder) {
    const times = await measureBuilder(options.rounds, tell)
    console.log(json ? JSON.stringify(times) : builderTable(times))
    return 0
  }
  if (lines) {
    const times = await measureLines(held, tell)
    console.log(json ? JSON.stringify(times) : linesTable(times))
    return times.engine.fellWithOne === 0 ? 0 : 1
  }
  if (tenants) {
    const times = await measureTenants(tell)
    console.log(json ? JSON.stringify(times) : tenantsTable(times))
    return 0
  }
  if (agents) {
    const times = await measureAgents(tell)
    console.log(json ? JSON.stringify(times) : agentsTable(times))
    return times.missing + times.away.differing.length === 0 ? 0 : 1
  }
  if (job) {
    const times = await measureBesideJob({ conversations: 20_000, perSecond: 50, secondsPerRound: 4, warmUpMessages: 3000 }, tell)
    console.log(json ? JSON.stringify(times) : jobTable(times))
    return times.lost + times.duplicated + times.job.failed === 0 ? 0 : 1
  }
  const results = await bench(options, tell)
  console.log(json ? JSON.stringify(results) : tableOf(results))
  return results.lost + results.duplicated === 0 ? 0 : 1
}

try {
  const wanted = readOptions(process.argv.slice(2))
  if (wanted) process.exitCode = await run(wanted)
  else console.log(usage)
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error)
  process.exitCode = 2
}

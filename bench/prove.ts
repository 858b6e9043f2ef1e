import { proveCentre } from './prove/centre.ts'
import { isSound } from './prove/count.ts'
import { readOptions, usage, type ProveOptions } from './prove/options.ts'
import { prove } from './prove/prove.ts'
import { tableOf } from './prove/report.ts'

/** `npm run prove`: exit code 0 when nothing was lost or doubled, 1 when something was, 2 when the proof could not be carried out. */
const run = async (options: ProveOptions): Promise<number> => {
  if (options.centre !== null) return proveCentre(options.centre)
  const startedAt = performance.now()
  const tell = (line: string) => void (options.json || console.log(`${((performance.now() - startedAt) / 1000).toFixed(1).padStart(7)} s  ${line}`))
  tell(
    `${options.messages} messages, ${options.kills} kills of the application and ${options.databaseKills} of the database, seed ${options.seed}${options.plant ? `, planted: ${options.plant}` : ''}`,
  )
  const { verdict, facts } = await prove(options, tell)
  console.log(options.json ? JSON.stringify({ ...verdict, ...facts }) : tableOf(verdict, facts))
  return isSound(verdict) && facts.becameQuiet ? 0 : 1
}

try {
  const options = readOptions(process.argv.slice(2))
  if (options) process.exitCode = await run(options)
  else console.log(usage)
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error)
  process.exitCode = 2
}

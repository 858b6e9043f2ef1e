import { readConfig } from '../../config.ts'
import { StartError } from '../../platform/start-error.ts'
import type { Command } from '../command.ts'
import { textOf } from '../command.ts'
import { openProductDatabase } from '../open-product-database.ts'
import { usageError } from '../tell-failure.ts'

export const migrate: Command = {
  usage: 'migrate',
  summary: 'bring the database up to date (start does it too)',
  run: async ({ env, terminal }) => {
    const config = readConfig(env)
    const { prepareDatabase } = await import('../../composition/prepare-database.ts')
    const database = await openProductDatabase(config, 'beside')
    const { count, applied, ms } = await prepareDatabase(config, database.adminUrl).finally(() => database.close())
    terminal.line({ state: 'ok', subject: 'schema', detail: `${count} migrations, ${applied} applied now`, ms })
    terminal.event({ event: 'migrated', count, applied, ms })
    return 0
  },
}

const stepsFrom = (text: string | undefined): number => {
  const steps = Number(text ?? 1)
  if (Number.isInteger(steps) && steps > 0) return steps
  throw usageError(`--steps ${text} is no number of migrations.`, 'Write for example "chasqui rollback --steps 1".')
}

const refuseInProduction = (steps: number): never => {
  throw new StartError(
    'configuration',
    'Nothing was taken back.',
    `NODE_ENV is production, and the data of the newest ${steps} migration(s) would be lost.`,
    `Make a copy of the database, then run "chasqui rollback --steps ${steps} --yes".`,
  )
}

/** Refused beside a running product, whose code needs the objects that would go. */
export const rollback: Command = {
  usage: 'rollback [--steps 1] [--yes]',
  summary: 'take the newest migrations back; their data is lost',
  options: { steps: { type: 'string' }, yes: { type: 'boolean' } },
  run: async ({ env, terminal, values }) => {
    const config = readConfig(env)
    const steps = stepsFrom(textOf(values, 'steps'))
    if (config.production && !values['yes']) refuseInProduction(steps)
    const { rollback: takeBack } = await import('../../platform/database/migrate.ts')
    const database = await openProductDatabase(config, 'alone')
    const { reverted } = await takeBack(database.adminUrl, steps).finally(() => database.close())
    for (const name of reverted) terminal.line({ state: 'ok', subject: 'reverted', detail: name })
    if (reverted.length === 0) terminal.line({ state: '--', subject: 'schema', detail: 'no migration to take back' })
    terminal.event({ event: 'reverted', reverted })
    return 0
  },
}

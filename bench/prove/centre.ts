import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const day = join(import.meta.dirname, '../../server/test/stories/centre-day.test.ts')

/** The day of a large contact centre: the story of the tests with so many conversations. Its exit code. */
export const proveCentre = async (conversations: number): Promise<number> => {
  const child = spawn(process.execPath, ['--test', '--test-reporter=spec', day], {
    stdio: 'inherit',
    env: { ...process.env, CENTRE_DAY: String(conversations) },
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return code ?? 1
}

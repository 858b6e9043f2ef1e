import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'

/**
 * Builds the web app if its sources changed, weighs it, then runs the browser tests with Node's own runner, which prints the summary.
 *   npm run test:e2e                                   all
 *   npm run test:e2e -- e2e/tests/sign-in.test.ts      one file
 *   npm run test:e2e -- --test-name-pattern=tags       some; every option is the runner's
 * `SHOTS=off` takes no pictures of what goes well.
 */
const root = join(import.meta.dirname, '..')

const runNode = (args: string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' })
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })

const given = process.argv.slice(2)
const files = given.filter((argument) => !argument.startsWith('-'))
const options = given.filter((argument) => argument.startsWith('-'))

/** ms after which a test counts as hanging; a file takes well under half of it. */
const patience = 120_000

/** Every file starts a product and a browser of its own, and waits for them a good part of its time: one more than there are processors. */
const runTests = () =>
  runNode([
    '--disable-warning=ExperimentalWarning',
    '--test',
    `--test-concurrency=${availableParallelism() + 1}`,
    `--test-timeout=${patience}`,
    // One database server for all files of a whole run.
    ...(files.length === 1 ? [] : ['--test-global-setup=server/test/kit/shared-cluster.ts']),
    ...options,
    ...(files.length > 0 ? files : ['e2e/tests/*.test.ts']),
  ])

process.exitCode = (await runNode(['bin/chasqui.mjs', 'build', '--if-stale'])) || (await runNode(['web/tools/check-size.ts'])) || (await runTests())

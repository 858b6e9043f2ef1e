import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { groupScenes } from '../tools/tasks/test-groups.ts'
import { filesOf, wholeRun } from '../tools/tasks/whole-runs.ts'

/**
 * Builds the web app and the widget if their sources changed, weighs them, then runs the browser tests with Node's own runner, which prints the summary.
 *   npm run test:e2e                                   as CI has them
 *   npm run test:e2e -- --whole                        also what takes long: every screen in every language, look and size, and by keys
 *   npm run test:e2e -- e2e/tests/sign-in.test.ts      one file
 *   npm run test:e2e -- --test-name-pattern=tags       some; every option is the runner's
 * `SHOTS=off` takes no pictures of what goes well.
 */
const root = join(import.meta.dirname, '..')

const runNode = (args: string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...(isWhole && wholeRun) } })
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })

const given = process.argv.slice(2)
const files = given.filter((argument) => !argument.startsWith('-'))
const isWhole = given.includes('--whole')
const options = given.filter((argument) => argument.startsWith('-') && argument !== '--whole')

/** ms after which what runs in a process counts as hanging; a file takes well under a quarter of it. */
const patience = 480_000

/** Files share processes, unless scenes are chosen by their names: of a file without any of those no end is told. */
const isByName = options.some((option) => /^--test-(name|skip)-pattern/.test(option))
const chosen = files.length > 0 ? filesOf(files, 'whole') : filesOf(['e2e/tests/*.test.ts'], isWhole ? 'whole' : 'ci')

/** Every process waits for its product and its browser a good part of its time: one more than there are processors. */
const runTests = () =>
  runNode([
    '--disable-warning=ExperimentalWarning',
    '--max-semi-space-size=32',
    '--test',
    `--test-concurrency=${availableParallelism() + 1}`,
    `--test-timeout=${patience}`,
    // One database server and one demo for all files of a whole run.
    ...(files.length === 1 ? [] : ['--test-global-setup=e2e/kit/shared-demo.ts']),
    ...options,
    ...(files.length === 1 || isByName ? chosen : groupScenes(chosen)),
  ])

process.exitCode =
  (await runNode(['bin/chasqui.mjs', 'build', '--if-stale'])) ||
  (await runNode(['web/tools/check-size.ts'])) ||
  (await runNode(['widget/tools/check-size.ts'])) ||
  (await runTests())

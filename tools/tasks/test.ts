import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { inMemoryFolder } from './memory-folder.ts'
import { runStep } from './run-step.ts'
import { groupTests } from './test-groups.ts'
import { filesOf, wholeRun, type Run } from './whole-runs.ts'

/**
 * `chasqui task test [--ci | --whole] [--watch] [--coverage] [files…]` runs the tests of contracts, flow, server, widget and tools with Node's own runner; with
 * `--ci` also those that people leave to CI, with `--whole` all that take long (`whole-runs.ts`). Every other option is the runner's, for example `--test-name-pattern=handover`.
 */
const { values, tokens } = parseArgs({
  options: { ci: { type: 'boolean' }, whole: { type: 'boolean' }, watch: { type: 'boolean' }, coverage: { type: 'boolean' } },
  allowPositionals: true,
  strict: false,
  tokens: true,
})

const ownOptions = new Set(['ci', 'whole', 'watch', 'coverage'])
const files = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []))
const passedOn = tokens.flatMap((token) =>
  token.kind === 'option' && !ownOptions.has(token.name) ? [token.value === undefined ? token.rawName : `${token.rawName}=${token.value}`] : [],
)

const everyTest = ['{contracts,flow,server,bench,tools}/**/*.test.ts', 'web/{src,tools,build}/**/*.test.ts', 'widget/src/**/*.test.ts']
const run: Run = values['whole'] ? 'whole' : values['ci'] ? 'ci' : 'quick'
const chosen = files.length > 0 ? filesOf(files, 'whole') : filesOf(everyTest, run)
const coverage = ['--experimental-test-coverage', '--test-coverage-exclude=**/*.test.ts', '--test-coverage-exclude=**/test/**']

process.exitCode = await runStep({
  name: 'tests',
  env: { ...inMemoryFolder(), ...(run === 'whole' && wholeRun) },
  args: [
    '--test',
    // Products come and go all the time: a nursery that holds one is swept less often.
    '--max-semi-space-size=32',
    // Most of a database test is waiting for the database, so some more files than processors run side by side.
    `--test-concurrency=${availableParallelism() + 2}`,
    // One database server for all files of a whole run; a file alone starts its own.
    ...(files.length === 1 || values['watch'] ? [] : ['--test-global-setup=server/test/kit/shared-cluster.ts']),
    ...(values['watch'] ? ['--watch'] : []),
    ...(values['coverage'] ? coverage : []),
    ...passedOn,
    ...(files.length === 1 || values['watch'] ? chosen : groupTests(chosen)),
  ],
})

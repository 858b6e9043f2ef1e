import { runPart } from './run-step.ts'

/** The crash proof: kills at random times while messages flow, then counts what was lost or doubled. */
process.exitCode = await runPart('bench/prove.ts', process.argv.slice(2))

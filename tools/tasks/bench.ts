import { runPart } from './run-step.ts'

/** The measurements, as ratios to a bare server in the same run. */
process.exitCode = await runPart('bench/run.ts', process.argv.slice(2))

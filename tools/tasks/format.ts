import { programOf, runStep } from './run-step.ts'

/** Writes every file in the one format; names of files narrow it. */
process.exitCode = await runStep({ name: 'format', args: [programOf('oxfmt'), '--write', ...process.argv.slice(2)] })

import { inMemoryFolder } from './memory-folder.ts'
import { runPart } from './run-step.ts'

/** The browser tests: the product is started and used as a person would. */
process.exitCode = await runPart('e2e/run.ts', process.argv.slice(2), inMemoryFolder())

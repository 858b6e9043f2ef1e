import { runEngine } from './run.ts'

/** Entry of the engine's process, on the real network. */
runEngine()

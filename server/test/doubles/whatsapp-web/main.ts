import { offer } from './remote.ts'
import { startSandbox } from './sandbox.ts'

/** The sandbox as a process of its own, which takes linking's toll of the processor away from the test. */
const { where, acts } = await startSandbox()
offer(acts, where)

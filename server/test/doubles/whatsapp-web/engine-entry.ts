import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { runEngine } from '../../../src/adapters/channels/whatsapp-web/engine/run.ts'
import { leadToSandbox } from './way.ts'

/**
 * Entry of the engine's process on the sandbox: the product has no switch that makes it trust another network than the real one. After SIGUSR2 the line that is opened
 * next throws from a timer, where nobody can catch it. After SIGHUP it collects its garbage, for whoever measures memory. SIGALRM makes it keep bytes that its heap's bound does not see.
 */
const [where, more] = process.argv.slice(2) as [string, string | undefined]
const way = { ...leadToSandbox(where), keepAliveMs: 500, ...(JSON.parse(more ?? '{}') as object) }
let fails = false
process.on('SIGUSR2', () => void (fails = true))
const failIfAsked = (): void => {
  if (fails) setTimeout(() => { throw new Error('asked for') }, 0) // prettier-ignore
  fails = false
}
process.on('SIGHUP', () => {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
})
const leaked: Buffer[] = []
process.on('SIGALRM', () => void leaked.push(Buffer.alloc(500 * 1024 * 1024, 1)))
runEngine({
  ...way,
  get url() {
    failIfAsked()
    return way.url
  },
})

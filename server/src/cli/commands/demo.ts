import { readConfig } from '../../config.ts'
import type { Command } from '../command.ts'
import { withProduct } from '../with-product.ts'

/** Makes the demo data where it is missing, also with DEMO=off. */
export const seed: Command = {
  usage: 'seed',
  summary: 'make the demo data if it is missing',
  run: async ({ env, terminal }) => {
    const demo = await withProduct({ ...readConfig(env), demo: true }, terminal, (product) => product.operations.completeDemo())
    const detail = demo.created ? `${demo.tenants} tenant(s), ${demo.conversations} conversations` : 'is there already'
    terminal.line({ state: demo.created ? 'ok' : '--', subject: 'demo', detail, ms: demo.ms })
    terminal.event({ event: 'demo', ...demo })
    return 0
  },
}

export const demoReset: Command = {
  usage: 'demo reset',
  summary: 'put the demo data back to its first state',
  run: async ({ env, terminal }) => {
    await withProduct(readConfig(env), terminal, (product) => product.operations.resetDemo())
    terminal.line({ state: 'ok', subject: 'demo', detail: 'as on the first day' })
    terminal.event({ event: 'demo-reset' })
    return 0
  },
}

export const demoRemove: Command = {
  usage: 'demo remove',
  summary: 'remove the demo data, keep everything else',
  run: async ({ env, terminal }) => {
    await withProduct({ ...readConfig(env), demo: false }, terminal, (product) => product.operations.removeDemo())
    terminal.line({ state: 'ok', subject: 'demo', detail: 'removed; set DEMO=off so that the next start does not make it again' })
    terminal.event({ event: 'demo-removed' })
    return 0
  },
}

import { readConfig } from '../../config.ts'
import { textOf, type Command } from '../command.ts'
import { withProduct } from '../with-product.ts'

const sentences = {
  changed: 'was changed',
  missing: 'is missing',
  unlinked: 'does not go on from the one before it',
  beyond: 'stands behind the end',
  inserted: 'was put in front of the chain',
}

export const auditVerify: Command = {
  usage: 'audit verify [--tenant SLUG]',
  summary: 'recompute the audit trail and name where it breaks',
  takes: 0,
  options: { tenant: { type: 'string' } },
  run: async ({ env, terminal, values }) => {
    const verdicts = await withProduct(readConfig(env), terminal, ({ operations }) => operations.verifyTrails(textOf(values, 'tenant')))
    for (const { tenant, whole, records, lastSeq, break: broken } of verdicts) {
      const detail = broken ? `broken: record ${broken.seq} ${sentences[broken.why]}` : `whole: ${records} records up to number ${lastSeq}`
      terminal.line({ state: whole ? 'ok' : 'xx', subject: tenant, detail })
    }
    terminal.event({ event: 'audit', verdicts })
    return verdicts.every(({ whole }) => whole) ? 0 : 1
  },
}

import { readConfig } from '../../config.ts'
import type { Command } from '../command.ts'
import { textOf } from '../command.ts'
import { usageError } from '../tell-failure.ts'
import { withProduct } from '../with-product.ts'

export const tenantCreate: Command = {
  usage: 'tenant create NAME [--country AR] [--owner EMAIL]',
  summary: 'add an organisation',
  takes: 1,
  options: { country: { type: 'string' }, owner: { type: 'string' } },
  run: async ({ env, terminal, values, arguments: [name] }) => {
    if (!name) throw usageError('The organisation has no name.', 'Write for example: chasqui tenant create "Clínica Sol" --country AR')
    const country = textOf(values, 'country')?.toUpperCase()
    const ownerEmail = textOf(values, 'owner')
    if (country && !/^[A-Z]{2}$/.test(country)) throw usageError(`${country} is no country code.`, 'Write two letters, for example --country AR.')
    const { id } = await withProduct(readConfig(env), (product) =>
      product.operations.createTenant({ name, ...(country ? { country } : {}), ...(ownerEmail ? { ownerEmail } : {}) }),
    )
    terminal.line({ state: 'ok', subject: 'tenant', detail: `${name}  ${id}` })
    terminal.event({ event: 'tenant', id, name })
    return 0
  },
}

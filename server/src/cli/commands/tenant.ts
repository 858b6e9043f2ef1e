import { readConfig } from '../../config.ts'
import type { Command } from '../command.ts'
import { textOf } from '../command.ts'
import { usageError } from '../tell-failure.ts'
import { withProduct } from '../with-product.ts'

export const tenantCreate: Command = {
  usage: 'tenant create NAME [--country AR] [--language es] [--owner EMAIL]',
  summary: 'add an organisation',
  takes: 1,
  options: { country: { type: 'string' }, language: { type: 'string' }, owner: { type: 'string' } },
  run: async ({ env, terminal, values, arguments: [name] }) => {
    if (!name) throw usageError('The organisation has no name.', 'Write for example: chasqui tenant create "Clínica Sol" --country AR')
    const config = readConfig(env)
    const input = { name, country: textOf(values, 'country'), language: textOf(values, 'language'), ownerEmail: textOf(values, 'owner') ?? config.adminEmail }
    const { id } = await withProduct(config, (product) => product.operations.createTenant(input))
    terminal.line({ state: 'ok', subject: 'tenant', detail: `${name}  ${id}` })
    terminal.event({ event: 'tenant', id, name })
    return 0
  },
}

import { readConfig } from '../../config.ts'
import type { Command } from '../command.ts'
import { textOf } from '../command.ts'
import { runningUrl } from '../running-url.ts'
import { signInUrl } from '../start-addresses.ts'
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
    if (ownerEmail && !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(ownerEmail))
      throw usageError(`${ownerEmail} is no e-mail address.`, 'Write for example --owner maria@example.org.')
    const config = readConfig(env)
    const { id, signInKey, invitation } = await withProduct(config, terminal, ({ operations }) =>
      operations.createTenant({ name, ...(country ? { country } : {}), ...(ownerEmail ? { ownerEmail } : {}) }),
    )
    const base = runningUrl(config)
    const url = signInKey === null || !ownerEmail ? null : signInUrl(config, base, signInKey)
    // A path alone, as long as no setting says where the product is reached.
    const invitationUrl = invitation === null ? null : new URL(invitation, base).href
    terminal.line({ state: 'ok', subject: 'tenant', detail: `${name}  ${id}` })
    if (url) terminal.say(`\n  Open      ${url}\n            signs in ${ownerEmail}, one use, 30 min\n`)
    if (invitationUrl) terminal.say(`\n  Invite    ${invitationUrl}\n            ${ownerEmail} has an account and accepts with it, one use, 7 days\n`)
    terminal.event({ event: 'tenant', id, name, signInUrl: url, invitationUrl })
    return 0
  },
}

import type { Permission } from '@chasqui/contracts'
import type { Tx } from '#platform/database/transaction'
import { holders } from '../domain/membership.ts'
import type { IdentityPorts } from '../ports.ts'
import { ownRoles } from '../store/roles.ts'

type Language = 'es' | 'pt-BR' | 'en'
type Row = { email: string; role: string; language: Language | null }

/** Mails every active member who may do something, in the language of their account, once the transaction is kept. */
export const mailMembers =
  ({ mail }: Pick<IdentityPorts, 'mail'>) =>
  async (tx: Tx, permission: Permission, written: (language: Language | null) => { subject: string; text: string }): Promise<void> => {
    if (!mail) return
    const { rows } = await tx.query<Row>(
      `select u.email, m.role, u.language from identity.membership m join identity."user" u on u.id = m.user_id
       where m.tenant_id = $1 and m.status = 'active' and u.status = 'active' order by u.id`,
      [tx.tenantId],
    )
    const holds = holders(await ownRoles(tx), permission)
    const told = rows.filter(({ role }) => holds(role))
    tx.afterCommit(() => told.forEach(({ email, language }) => mail({ to: email, ...written(language) })))
  }

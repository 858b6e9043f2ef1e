import type { Runner, TenantRunner } from './runner.ts'

/** Roles of the transaction's tenant whose members sign in in two steps, by word or id. */
export const twoFactorRoles = async (tx: TenantRunner): Promise<Set<string>> => {
  const { rows } = await tx.query<{ role: string }>('select role from identity.two_factor_role where tenant_id = $1', [tx.tenantId])
  return new Set(rows.map(({ role }) => role))
}

export const requireTwoFactor = (tx: TenantRunner, role: string, at: Date): Promise<unknown> =>
  tx.query('insert into identity.two_factor_role (tenant_id, role, required_at) values ($1, $2, $3) on conflict do nothing', [tx.tenantId, role, at])

export const allowOneStep = (tx: TenantRunner, role: string): Promise<unknown> =>
  tx.query('delete from identity.two_factor_role where tenant_id = $1 and role = $2', [tx.tenantId, role])

/** Whether a role that this person has, in whichever tenant, asks for the second step. */
export const twoFactorIsRequired = async (system: Runner, userId: string): Promise<boolean> =>
  (
    await system.query(
      `select 1 from identity.membership m join identity.two_factor_role r on r.tenant_id = m.tenant_id and r.role = m.role
       where m.user_id = $1 and m.status = 'active' limit 1`,
      [userId],
    )
  ).rows.length > 0

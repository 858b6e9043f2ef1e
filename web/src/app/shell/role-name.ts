import type { Role } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import type { Tenant } from '#lib/session.ts'

/** The person's role in a tenant, in words: built-in ones in their language, the tenant's own as it is called there. */
export const useRoleName = () => {
  const { t } = useTexts('app')
  return ({ role, roleName }: Tenant): string => roleName ?? t(`role.${role as Role}`)
}

import { roles } from '@chasqui/contracts/permission'
import { useTexts } from '#lib/i18n/texts.ts'

/** A role as it is called here; a tenant's own role has its own name. */
export const useRoleName = () => {
  const { t } = useTexts('users')
  return (role: string) => {
    const known = roles.find((one) => one === role)
    return known ? t(`role.${known}`) : role
  }
}

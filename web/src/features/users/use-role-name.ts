import { roleRoutes } from '@chasqui/contracts/http/roles'
import { roles } from '@chasqui/contracts/permission'
import { useQuery } from '@tanstack/react-query'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'

/** Roles that can be given here: the built-in ones, then the tenant's own for those who may see them. */
export const useRoleOptions = () => {
  const { t } = useTexts('users')
  const { data } = useQuery({ ...asked(roleRoutes.list), enabled: useCan('roles.read') })
  const own = (data?.items ?? []).filter(({ builtIn }) => !builtIn)
  return [...roles.map((value) => ({ value: value as string, label: t(`role.${value}`) })), ...own.map(({ id, name }) => ({ value: id, label: name }))]
}

/** A role as it is called here; one's own tenant's role by its name, where one may see it. */
export const useRoleName = () => {
  const { t } = useTexts('users')
  const options = useRoleOptions()
  return (role: string) => options.find(({ value }) => value === role)?.label ?? t('own_role')
}

import type { Role, RoleView } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { differenceOf } from './difference.ts'

/** What a role is called, and what it is in a line: the product's own ones in the person's language. */
export const useRoleWords = (roles: readonly RoleView[]) => {
  const { t } = useTexts('access')
  const nameOf = ({ id, builtIn, name }: RoleView): string => (builtIn ? t(`role.${id as Role}`) : name)
  const lineOf = (role: RoleView): string => {
    const difference = differenceOf(role, roles)
    if (!difference) return t('built_in')
    const { base, more, less, sight } = difference
    const words = more.size + less.size === 0 ? t('same_as', { role: nameOf(base) }) : t('differs', { role: nameOf(base), more: more.size, less: less.size })
    return sight ? t('sees_other', { words }) : words
  }
  return { nameOf, lineOf }
}

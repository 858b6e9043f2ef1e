import type { TenantUser } from '@chasqui/contracts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useRoleName } from '../use-role-name.ts'

/** What colleagues may read of each other. */
export const PersonFacts = ({ person }: { person: TenantUser }) => {
  const { t } = useTexts('users')
  const roleName = useRoleName()
  const facts = [
    [t('field.email'), person.email],
    [t('field.role'), roleName(person.role)],
    [t('field.status'), t(`status.${person.status}`)],
    [t('field.skills'), person.skills.map(({ name, level }) => `${name} ${level}/5`).join(', ') || t('none')],
  ] as const
  return (
    <dl className="flex flex-col gap-3 p-4">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="text-sm text-fg-3">{name}</dt>
          <dd className="text-base break-words">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

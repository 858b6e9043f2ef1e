import type { FlowSecretUse } from '@chasqui/contracts'
import { Link } from '@tanstack/react-router'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTenant } from '#lib/session.ts'

export type Uses = FlowSecretUse['flows']

/** The flows that need a secret, each with where in it: one click away. */
export const SecretUses = ({ uses }: { uses: Uses }) => {
  const { t } = useTexts('flows')
  const { slug } = useTenant()
  return (
    <ul aria-label={t('secrets.used_by')} className="flex flex-col gap-1 text-sm">
      {uses.map(({ id, name, places }) => (
        <li key={id} className="min-w-0 wrap-anywhere">
          <Link to="/a/$tenant/flows/$flowId" params={{ tenant: slug, flowId: id }} className="font-medium text-primary underline-offset-2 hover:underline">
            {name}
          </Link>{' '}
          <span className="text-fg-3">({places.map((place) => t(`secrets.place.${place}`)).join(', ')})</span>
        </li>
      ))}
    </ul>
  )
}

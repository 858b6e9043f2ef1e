import type { Permission } from '@chasqui/contracts'
import { Link } from '@tanstack/react-router'
import { Copy, Lock } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTenant } from '#lib/session.ts'
import { useTitle } from '#lib/title.ts'
import { Button, buttonLook } from '#ui/button.tsx'
import { copyText } from '#ui/copy-text.ts'
import { EmptyState } from '#ui/empty-state.tsx'

/** Names the missing permission and words the request for it, so that an administrator knows what to grant; never a blank page or a circle of redirects. */
export const NoAccess = ({ permission }: { permission: Permission }) => {
  const { t } = useTexts('app')
  const { t: accessText } = useTexts('access')
  const tenant = useTenant()
  const missing = { permission: accessText(`permission.${permission}`), code: permission }
  const ask = () => void copyText(t('no_access.request', { ...missing, tenant: tenant.name, address: location.href }), t('no_access.copied'))
  useTitle(t('no_access.title'))
  return (
    <main className="grid h-full place-items-center">
      <EmptyState
        heading="h1"
        icon={Lock}
        title={t('no_access.title')}
        action={
          <>
            <Button icon={Copy} onClick={ask}>
              {t('no_access.ask')}
            </Button>
            <Link to="/a/$tenant/home" params={{ tenant: tenant.slug }} className={buttonLook('solid')}>
              {t('not_found.home')}
            </Link>
          </>
        }
      >
        {t('no_access.text', missing)}
      </EmptyState>
    </main>
  )
}

import { accountRoutes } from '@chasqui/contracts/http/account'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { asked } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { say } from '#ui/toast.tsx'
import { AccountSection } from './account-section.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { TwoFactorDisable } from './two-factor-disable.tsx'
import { TwoFactorRenew } from './two-factor-renew.tsx'
import { TwoFactorSetup } from './two-factor-setup.tsx'

/** Below this many it is time for new recovery codes. */
const few = 3
type Doing = 'setup' | 'renew' | 'disable'

/** The second step of the sign-in: on or off, new recovery codes. Codes are shown once, over everything, until they are put away. */
export const TwoFactorSection = () => {
  const { t } = useTexts('identity')
  const queries = useQueryClient()
  const { data, error, refetch } = useQuery(asked(accountRoutes.twoFactor))
  const [doing, setDoing] = useState<Doing | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const close = () => {
    setDoing(null)
    setCodes(null)
  }
  const changed = async (fresh: string[] | null) => {
    setCodes(fresh)
    if (!fresh) {
      close()
      say(t('two.is_off'))
    }
    await queries.invalidateQueries({ queryKey: [accountRoutes.twoFactor.id] })
  }
  return (
    <AccountSection title={t('two.title')} text={t('two.text')}>
      {data ? (
        <div className="flex flex-col gap-3">
          <Banner tone={data.enabled ? 'success' : 'info'} className="rounded-control px-3">
            {data.enabled ? t('two.on', { count: data.recoveryCodesLeft }) : t('two.off')}
          </Banner>
          {data.required && <p className="text-sm text-fg-2">{t('two.required')}</p>}
          {data.enabled && data.recoveryCodesLeft < few && (
            <Banner tone="warning" className="rounded-control px-3">
              {t('two.few_codes')}
            </Banner>
          )}
          <div className="flex flex-wrap gap-2">
            {data.enabled ? (
              <>
                <Button onClick={() => setDoing('renew')}>{t('two.renew')}</Button>
                {!data.required && <Button onClick={() => setDoing('disable')}>{t('two.disable')}</Button>}
              </>
            ) : (
              <Button onClick={() => setDoing('setup')}>{t('two.enable')}</Button>
            )}
          </div>
        </div>
      ) : error ? (
        <ErrorState title={t('two.failed')} error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading label={t('loading')}>
          <Skeleton className="h-14" />
        </Loading>
      )}
      <Dialog open={doing !== null} closable={codes === null} onClose={close} title={t(codes ? 'two.codes' : doing ? `two.${doing}_title` : 'two.title')}>
        {codes ? (
          <RecoveryCodes codes={codes} onDone={close} />
        ) : (
          <>
            {doing === 'setup' && <TwoFactorSetup onCodes={(fresh) => void changed(fresh)} />}
            {doing === 'renew' && <TwoFactorRenew onCodes={(fresh) => void changed(fresh)} />}
            {doing === 'disable' && <TwoFactorDisable onDone={() => void changed(null)} />}
          </>
        )}
      </Dialog>
    </AccountSection>
  )
}

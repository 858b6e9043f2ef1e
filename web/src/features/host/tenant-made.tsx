import type { HostedTenant } from '@chasqui/contracts'
import { Copy } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { copyText } from '#ui/copy-text.ts'
import { TextField } from '#ui/text-field.tsx'

export type Made = { tenant: HostedTenant; ownerEmail: string; signInKey: string | null }

/** The owner's way in, told this once. Who had an account before signs in as always. */
export const TenantMade = ({ made: { ownerEmail, signInKey }, onClose }: { made: Made; onClose: () => void }) => {
  const { t } = useTexts('host')
  const link = signInKey && `${location.origin}/welcome?k=${encodeURIComponent(signInKey)}`
  return (
    <div className="flex flex-col gap-4">
      {link ? (
        <>
          <p className="text-base text-fg-2">{t('made.text', { email: ownerEmail })}</p>
          <div className="flex items-end gap-2">
            <TextField label={t('made.link')} value={link} readOnly onFocus={(event) => event.target.select()} className="min-w-0 flex-1" />
            <Button look="solid" icon={Copy} onClick={() => void copyText(link)}>
              {t('copy')}
            </Button>
          </div>
          <Banner tone="warning" className="rounded-control px-3">
            {t('made.once')}
          </Banner>
        </>
      ) : (
        <p className="text-base text-fg-2">{t('made.known', { email: ownerEmail })}</p>
      )}
      <div className="flex justify-end">
        <Button onClick={onClose}>{t('done')}</Button>
      </div>
    </div>
  )
}

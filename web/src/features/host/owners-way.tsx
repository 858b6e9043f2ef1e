import type { Answer } from '@chasqui/contracts'
import type { hostRoutes } from '@chasqui/contracts/http/host'
import { Copy } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { copyText } from '#ui/copy-text.ts'
import { TextField } from '#ui/text-field.tsx'

export type Made = Answer<typeof hostRoutes.createTenant>

/** The owner's way in, told this once: an entry for a new account, an invitation for who has one. */
export const OwnersWay = ({ made: { ownerEmail, signInKey, invitation }, onClose }: { made: Made; onClose: () => void }) => {
  const { t } = useTexts('host')
  const format = useFormat()
  const link = invitation?.link ?? `${location.origin}/welcome?k=${encodeURIComponent(signInKey ?? '')}`
  return (
    <div className="flex flex-col gap-4">
      <p className="text-base text-fg-2">
        {invitation ? t('made.invited', { email: ownerEmail, until: format.moment(invitation.expiresAt) }) : t('made.text', { email: ownerEmail })}
        {invitation?.mailed && ` ${t('made.mailed')}`}
      </p>
      <div className="flex items-end gap-2">
        <TextField
          label={t(invitation ? 'made.invitation' : 'made.link')}
          value={link}
          readOnly
          onFocus={(event) => event.target.select()}
          className="min-w-0 flex-1"
        />
        <Button look="solid" icon={Copy} onClick={() => void copyText(link)}>
          {t('copy')}
        </Button>
      </div>
      <Banner tone="warning" className="rounded-control px-3">
        {t('made.once')}
      </Banner>
      <div className="flex justify-end">
        <Button onClick={onClose}>{t('done')}</Button>
      </div>
    </div>
  )
}

import type { Channel } from '@chasqui/contracts'
import { Copy } from 'lucide-react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { copyText } from '#ui/copy-text.ts'

const ToCopy = ({ label, value }: { label: string; value: string }) => {
  const { t } = useTexts('channels')
  return (
    <div>
      <p className="text-sm font-medium text-fg-2">{label}</p>
      <div className="mt-1 flex items-center gap-2 rounded-control bg-surface-2 py-1 pr-1 pl-3">
        <code className="min-w-0 flex-1 overflow-x-auto font-mono text-sm whitespace-nowrap">{value}</code>
        <Button look="quiet" size="sm" icon={Copy} onClick={() => void copyText(value)}>
          {t('copy')}
        </Button>
      </div>
    </div>
  )
}

/** Meta calls back over https from the internet; an address of this machine or network cannot be reached from there. */
const isPublic = () => location.protocol === 'https:' && !/^(localhost|127\.|10\.|192\.168\.)/.test(location.hostname)

/** The number works for sending; this is what to enter at Meta so that messages come in. */
export const Connected = ({ channel, verifyToken, onClose }: { channel: Channel; verifyToken: string; onClose: () => void }) => {
  const { t } = useTexts('channels')
  return (
    <div className="flex flex-col gap-4">
      <Banner tone="success" className="rounded-control px-3">
        {t('connected', { address: channel.address ?? channel.name })}
      </Banner>
      <ToCopy label={t('webhook')} value={`${location.origin}${channel.webhookPath ?? ''}`} />
      <ToCopy label={t('verify_token')} value={verifyToken} />
      {!isPublic() && (
        <Banner tone="warning" className="rounded-control px-3">
          {t('not_public')}
        </Banner>
      )}
      <div className="flex justify-end">
        <Button look="solid" onClick={onClose}>
          {t('finish')}
        </Button>
      </div>
    </div>
  )
}

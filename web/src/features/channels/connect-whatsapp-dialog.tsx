import type { Channel } from '@chasqui/contracts'
import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ConnectForm } from './connect-form.tsx'
import { Connected } from './connected.tsx'

/**
 * Connects a number of the official Meta API: what Meta shows goes in, what Meta wants comes out (webhook address and verify token).
 * Nobody is answered by a bot until the owner says so.
 */
export const ConnectWhatsAppDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTexts('channels')
  const [made, setMade] = useState<{ channel: Channel; verifyToken: string } | null>(null)
  return (
    <Dialog open onClose={onClose} title={t(made ? 'made.title' : 'connect.title')} description={t(made ? 'made.text' : 'connect.text')} width="lg">
      {made ? (
        <Connected {...made} onClose={onClose} />
      ) : (
        <ConnectForm onMade={(channel, verifyToken) => setMade({ channel, verifyToken })} onCancel={onClose} />
      )}
    </Dialog>
  )
}

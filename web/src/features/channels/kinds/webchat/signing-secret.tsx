import type { Channel } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { newId } from '#lib/new-id.ts'
import { useAct } from '#lib/use-act.ts'
import { Button } from '#ui/button.tsx'
import { CopyLine } from '../../channel/copy-line.tsx'
import { Refusal } from '../../data/refusal.tsx'
import { readChannelsAgain } from '../../data/use-channels.ts'

/** What the site's server signs its visitors with. It is made here and shown once; a new one puts the old one out of use. */
export const SigningSecret = ({ channel }: { channel: Channel }) => {
  const { t } = useTexts('webchat')
  const [made, setMade] = useState<string | null>(null)
  const { busy, problem, run } = useAct()
  const renew = () =>
    run(async () => {
      const secret = newId()
      await call(channelRoutes.update, { params: { id: channel.id }, body: { settings: { secret } } })
      setMade(secret)
      await readChannelsAgain()
    })
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm text-fg-2">{t('identity.hint')}</p>
      {made ? (
        <CopyLine label={t('identity.secret')} value={made} />
      ) : (
        <Button icon={KeyRound} className="self-start" busy={busy} onClick={() => void renew()}>
          {t('identity.make')}
        </Button>
      )}
      <Refusal problem={problem} />
    </div>
  )
}

import type { Channel } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { KeyRound } from 'lucide-react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { newId } from '#lib/new-id.ts'
import { useCan } from '#lib/session.ts'
import { useAct } from '#lib/use-act.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { problemWords } from '../../data/problem-words.ts'
import { readChannelsAgain } from '../../data/use-channels.ts'
import { rememberToken, useMadeToken } from '../../data/verify-tokens.ts'
import { type KindForm, useWords } from '../../kinds/kind.ts'
import { CopyLine } from '../copy-line.tsx'

/** Vendors call back over https from the internet; an address of this machine or network cannot be reached from there. */
const isPublic = () => location.protocol === 'https:' && !/^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(location.hostname)

const Token = ({ channel, setting }: { channel: Channel; setting: string }) => {
  const { t } = useTexts('channels')
  const made = useMadeToken(channel.id)
  const { busy, problem, run } = useAct()
  const renew = () =>
    run(async () => {
      const token = newId()
      await call(channelRoutes.update, { params: { id: channel.id }, body: { settings: { [setting]: token } } })
      rememberToken(channel.id, token)
      await readChannelsAgain()
    })
  if (made) return <CopyLine label={t('webhook.token')} value={made} />
  return (
    <div>
      <p className="text-sm font-medium text-fg-2">{t('webhook.token')}</p>
      <div className="mt-1 flex flex-wrap items-center justify-between gap-2">
        <p className="min-w-40 flex-1 text-sm text-fg-3">{t('webhook.token_hidden')}</p>
        <Button size="sm" icon={KeyRound} busy={busy} onClick={() => void renew()}>
          {t('webhook.token_new')}
        </Button>
      </div>
      {problem && (
        <Banner tone="danger" className="mt-2 rounded-control px-3">
          {problemWords(problem)}
        </Banner>
      )}
    </div>
  )
}

/** What has to be entered at the vendor's so that messages come in. */
export const WebhookLines = ({ channel, form }: { channel: Channel; form: KindForm }) => {
  const { t } = useTexts('channels')
  const { webhook } = useWords(form)
  const mayManage = useCan('channels.manage')
  if (!webhook || !channel.webhookPath) return null
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm text-fg-2">{webhook}</p>
      <CopyLine label={t('webhook.address')} value={`${location.origin}${channel.webhookPath}`} />
      {form.verifies && mayManage && <Token channel={channel} setting={form.verifies} />}
      {!isPublic() && (
        <Banner tone="warning" className="rounded-control px-3">
          {t('webhook.not_public')}
        </Banner>
      )}
    </div>
  )
}

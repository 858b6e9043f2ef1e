import { conversationRoutes } from '@chasqui/contracts/http/conversations'
import { type FormEvent, useState } from 'react'
import { isProblem } from '#lib/api-problem.ts'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useChannels } from '../cache/use-channel.ts'

/** To whom, and from which channel. */
export const NewConversationForm = ({ onOpened }: { onOpened: (id: string) => void }) => {
  const { t } = useTexts('inbox')
  const channels = useChannels().filter(({ kind }) => kind !== 'webchat')
  const [chosen, setChosen] = useState('')
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const channelId = chosen || (channels[0]?.id ?? '')
  const start = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [phone, name] = [String(form.get('phone') ?? '').trim(), String(form.get('name') ?? '').trim()]
    setBusy(true)
    setProblem(null)
    await call(conversationRoutes.create, { body: { channelId, phone, ...(name && { name }) } }).then(({ id }) => onOpened(id), setProblem)
    setBusy(false)
  }
  return (
    <form className="flex flex-col gap-3" onSubmit={(event) => void start(event)}>
      {problem !== null && (
        <Banner tone="danger" className="rounded-control">
          {t(isProblem(problem, 'offline') ? 'new.offline' : isProblem(problem, 'conversation.with_somebody_else') ? 'new.with_other' : 'new.failed')}
        </Banner>
      )}
      <SelectField label={t('new.channel')} value={channelId} options={channels.map(({ id, name }) => ({ value: id, label: name }))} onChange={setChosen} />
      <TextField label={t('new.phone')} hint={t('new.phone_hint')} name="phone" type="tel" autoComplete="off" required minLength={4} />
      <TextField label={t('new.name')} name="name" optional={t('new.optional')} autoComplete="off" maxLength={200} />
      <Button look="solid" type="submit" busy={busy} disabled={!channelId}>
        {t('new.start')}
      </Button>
    </form>
  )
}

import type { Channel, ChannelLine } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { Copy } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { call } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useNow } from '#lib/now.ts'
import { useAct } from '#lib/use-act.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { copyText } from '#ui/copy-text.ts'
import { QrCode } from '#ui/qr-code.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { TextField } from '#ui/text-field.tsx'
import { problemWords } from '../../data/problem-words.ts'
import { readChannelsAgain } from '../../data/use-channels.ts'
import { Late, useLate } from './late.tsx'
import { Stuck } from './stuck.tsx'

type Code = Extract<ChannelLine, { state: 'qr' | 'code' }>

/** How long a code is good still. */
const Left = ({ until, word }: { until: string; word: 'qr.left' | 'code.left' }) => {
  const { t } = useTexts('whatsapp-web')
  const format = useFormat()
  const now = useNow(1000)
  const left = now === null ? 0 : Math.max(0, Math.ceil((new Date(until).getTime() - now) / 1000))
  return <p className="text-sm text-fg-2 tabular">{left > 0 ? t(word, { time: format.countdown(left) }) : t('qr.renewing')}</p>
}

const Steps = ({ steps }: { steps: readonly string[] }) => (
  <ol className="flex list-decimal flex-col gap-2 pl-5 text-base">
    {steps.map((step) => (
      <li key={step}>{step}</li>
    ))}
  </ol>
)

const ByQr = ({ line }: { line: Extract<Code, { state: 'qr' }> }) => {
  const { t } = useTexts('whatsapp-web')
  return (
    <div className="flex flex-col gap-5 tablet:flex-row">
      <div className="flex flex-col items-center gap-2">
        <QrCode large text={line.qr} label={t('qr.label')} />
        <Left until={line.until} word="qr.left" />
      </div>
      <Steps steps={[t('step.1'), t('step.2'), t('step.3')]} />
    </div>
  )
}

/** As telephones show it: two halves of four. */
const halves = (code: string) => `${code.slice(0, 4)}-${code.slice(4)}`

const ByCode = ({ line }: { line: Extract<Code, { state: 'code' }> }) => {
  const { t } = useTexts('whatsapp-web')
  return (
    <div className="flex flex-col gap-5 tablet:flex-row">
      <div className="flex flex-col items-start gap-2">
        <p className="text-sm text-fg-2">{t('code.label')}</p>
        <p className="rounded-control bg-surface-2 px-4 py-3 font-mono text-2xl font-semibold tracking-widest whitespace-nowrap">{halves(line.code)}</p>
        <Left until={line.until} word="code.left" />
        <Button size="sm" icon={Copy} onClick={() => void copyText(halves(line.code))}>
          {t('code.copy')}
        </Button>
      </div>
      <Steps steps={[t('code.step.1'), t('code.step.2'), t('code.step.3'), t('code.step.4')]} />
    </div>
  )
}

/** A number is asked for before there is a code for it. */
const AskForCode = ({ busy, wrong, ask }: { busy: boolean; wrong: boolean; ask(phone: string): void }) => {
  const { t } = useTexts('whatsapp-web')
  const [phone, setPhone] = useState('')
  const [tried, setTried] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (phone.trim()) ask(phone.trim())
  }
  return (
    <form onSubmit={submit} noValidate className="flex max-w-md flex-col gap-4">
      <TextField
        label={t('phone.label')}
        hint={t('phone.hint')}
        inputMode="tel"
        autoComplete="tel"
        value={phone}
        error={wrong || (tried && !phone.trim()) ? t('phone.invalid') : null}
        onChange={({ target }) => setPhone(target.value)}
      />
      <Button look="solid" type="submit" busy={busy} className="max-tablet:w-full tablet:self-start">
        {t('phone.ask')}
      </Button>
    </form>
  )
}

/** What links the telephone: a code to scan, or one to type for whoever has no other telephone to look at this page with. */
export const Linking = ({ channel, line }: { channel: Channel; line: Code }) => {
  const { t } = useTexts('whatsapp-web')
  const [way, setWay] = useState<'qr' | 'code'>(line.state)
  // A code that ran out and is not renewed: whoever held the line is gone.
  const isLate = useLate(line.until)
  const { busy, problem, run } = useAct()
  const linkBy = (codeFor: string) =>
    run(async () => {
      await call(channelRoutes.update, { params: { id: channel.id }, body: { settings: { codeFor } } })
      await readChannelsAgain()
    })
  const choose = (next: 'qr' | 'code') => {
    setWay(next)
    if (next === 'qr' && line.state === 'code') void linkBy('')
  }
  const wrong = problem?.fieldErrors['settings.codeFor'] !== undefined
  return (
    <>
      <Segmented
        label={t('way.label')}
        className="self-start"
        value={way}
        onChange={choose}
        options={[
          { value: 'qr', label: t('way.qr') },
          { value: 'code', label: t('way.code') },
        ]}
      />
      {isLate && way === line.state && <Late channel={channel} />}
      {way === 'qr' ? (
        line.state === 'qr' ? (
          <ByQr line={line} />
        ) : (
          <p role="status">{t('line.connecting')}</p>
        )
      ) : line.state === 'code' ? (
        <ByCode line={line} />
      ) : (
        <AskForCode busy={busy} wrong={wrong} ask={(phone) => void linkBy(phone)} />
      )}
      <Stuck />
      {problem && !wrong && (
        <Banner tone="danger" className="rounded-control px-3">
          {problemWords(problem)}
        </Banner>
      )}
    </>
  )
}

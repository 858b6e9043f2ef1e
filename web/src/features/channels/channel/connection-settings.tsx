import type { Channel } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { type FormEvent, useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { useAct } from '#lib/use-act.ts'
import { Button } from '#ui/button.tsx'
import { Section } from '#ui/form-section.tsx'
import { SaveBar } from '#ui/save-bar.tsx'
import { say, sayProblem } from '#ui/toast.tsx'
import { problemWords } from '../data/problem-words.ts'
import { readChannelsAgain } from '../data/use-channels.ts'
import { type Entered, isMissing, KindFields } from '../kinds/kind-fields.tsx'
import { type KindField, type KindForm, useWords } from '../kinds/kind.ts'

const storedIn = ({ settings }: Channel, fields: readonly KindField[]): Entered =>
  Object.fromEntries(fields.flatMap(({ name, secret }) => (secret ? [] : [[name, String(settings[name] ?? '')]])))

/** How a secret that is never shown again ends, where it is long enough to be told apart by that. */
const endOf = ({ settings }: Channel, name: string): string => {
  const told = settings[name]
  return typeof told === 'object' && told !== null && 'last4' in told ? String(told.last4) : ''
}

const KeptSecret = ({ field, end, disabled, onReplace }: { field: KindField; end: string; disabled: boolean; onReplace: () => void }) => {
  const { t } = useTexts('channels')
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <div className="min-w-40 flex-1">
        <p className="text-sm font-medium text-fg-2">{field.label}</p>
        <p className="text-base">{end ? t('settings.secret_ends', { end }) : t('settings.secret_set')}</p>
      </div>
      {!disabled && (
        <Button size="sm" aria-label={t('settings.replace_of', { label: field.label })} onClick={onReplace}>
          {t('settings.replace')}
        </Button>
      )}
    </div>
  )
}

/** What the vendor knows the account by. What is changed is tried at the vendor's at once, unless the channel is switched off. */
export const ConnectionSettings = ({ channel, form }: { channel: Channel; form: KindForm }) => {
  const { t } = useTexts('channels')
  const words = useWords(form)
  const locked = !useCan('channels.manage')
  const fields = words.fields.filter(({ lasting }) => !lasting)
  const stored = storedIn(channel, fields)
  const [changes, setChanges] = useState<Entered>({})
  const [tried, setTried] = useState(false)
  const { busy, problem, run } = useAct()
  const entered = { ...stored, ...changes }
  const open = fields.filter(({ name, secret }) => !secret || name in changes)
  const changed = Object.entries(changes).filter(([name, value]) => value !== stored[name])
  const discard = () => {
    setChanges({})
    setTried(false)
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (open.some((field) => isMissing(field, entered))) return
    void run(async () => {
      const params = { id: channel.id }
      const settings = Object.fromEntries(changed.map(([name, value]) => [name, value.trim()]))
      await call(channelRoutes.update, { params, body: { settings } })
      const now = channel.state === 'disconnected' ? channel : await call(channelRoutes.restart, { params })
      await readChannelsAgain()
      discard()
      if (now.state === 'error') sayProblem(t('act.refused', { name: channel.name }))
      else say(t('settings.saved'))
    })
  }
  if (fields.length === 0) return null
  return (
    <>
      <Section title={t('settings.title')} hint={t('settings.hint')}>
        <form id="connection-settings" onSubmit={save} noValidate className="flex flex-col gap-4">
          {fields.map((field) =>
            field.secret && !(field.name in changes) ? (
              <KeptSecret
                key={field.name}
                field={field}
                end={endOf(channel, field.name)}
                disabled={locked}
                onReplace={() => setChanges({ ...changes, [field.name]: '' })}
              />
            ) : (
              <KindFields
                key={field.name}
                words={words}
                fields={[field]}
                entered={entered}
                tried={tried}
                problem={problem}
                disabled={locked}
                onChange={(next) => setChanges({ ...changes, [field.name]: next[field.name] ?? '' })}
              />
            ),
          )}
        </form>
      </Section>
      <SaveBar
        dirty={changed.length > 0}
        busy={busy}
        form="connection-settings"
        refusal={problem && (Object.keys(problem.fieldErrors).length > 0 ? t('problem.fields') : problemWords(problem))}
        onDiscard={discard}
      />
    </>
  )
}

import type { Channel } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { type FormEvent, useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { useAct } from '#lib/use-act.ts'
import { Field, inputLook } from '#ui/field.tsx'
import { Choices, Section } from '#ui/form-section.tsx'
import { SaveBar } from '#ui/save-bar.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { say } from '#ui/toast.tsx'
import { CopyLine } from '../../channel/copy-line.tsx'
import { problemWords } from '../../data/problem-words.ts'
import { readChannelsAgain } from '../../data/use-channels.ts'
import { GoesOnField } from './goes-on-field.tsx'
import { type Chosen, chosenIn, lookOf, settingsOf } from './look.ts'
import { Preview } from './preview.tsx'
import { SigningSecret } from './signing-secret.tsx'

const tagOf = ({ id }: Channel) => `<script src="${location.origin}/widget.js" data-key="${id}" async></script>`

/** Where the chat may open, how it looks, and the line that puts it on a site. */
export const WebchatSettings = ({ channel }: { channel: Channel }) => {
  const { t } = useTexts('webchat')
  const locked = !useCan('channels.manage')
  const stored = chosenIn(channel)
  const [changes, setChanges] = useState<Partial<Chosen>>({})
  const { busy, problem, run } = useAct()
  const chosen = { ...stored, ...changes }
  const dirty = Object.entries(changes).some(([name, value]) => value !== stored[name as keyof Chosen])
  const change = (some: Partial<Chosen>) => setChanges({ ...changes, ...some })
  const typed = (name: 'title' | 'greeting' | 'offlineText' | 'shortcuts' | 'origins' | 'colour') => ({
    value: chosen[name],
    disabled: locked,
    onChange: ({ target }: { target: { value: string } }) => change({ [name]: target.value }),
  })
  const wrong = (field: string) => Object.keys(problem?.fieldErrors ?? {}).some((path) => path.startsWith(`settings.${field}`))
  const save = (event: FormEvent) => {
    event.preventDefault()
    void run(async () => {
      await call(channelRoutes.update, { params: { id: channel.id }, body: { settings: settingsOf(chosen) } })
      await readChannelsAgain()
      setChanges({})
      say(t('saved'))
    })
  }
  return (
    <>
      <form id="webchat-settings" onSubmit={save} noValidate className="flex flex-col gap-4">
        <Section title={t('site.title')} hint={t('site.hint')}>
          <CopyLine label={t('site.tag')} value={tagOf(channel)} />
          <TextArea
            label={t('origins.label')}
            hint={t('origins.hint')}
            spellCheck={false}
            error={wrong('origins') ? t('origins.wrong') : null}
            {...typed('origins')}
          />
        </Section>
        <Section title={t('look.title')}>
          <TextField label={t('name.label')} hint={t('name.hint')} maxLength={60} {...typed('title')} />
          <Field label={t('colour.label')} hint={t('colour.hint')}>
            {(wiring) => <input type="color" className={`${inputLook} h-11 max-w-24 p-1`} {...wiring} {...typed('colour')} />}
          </Field>
          <TextArea label={t('greeting.label')} hint={t('greeting.hint')} maxLength={500} {...typed('greeting')} />
          <TextArea label={t('shortcuts.label')} hint={t('shortcuts.hint')} error={wrong('shortcuts') ? t('shortcuts.wrong') : null} {...typed('shortcuts')} />
          <TextArea label={t('offline.label')} hint={t('offline.hint')} maxLength={500} {...typed('offlineText')} />
          <SelectField
            label={t('language.label')}
            value={chosen.language}
            disabled={locked}
            options={[
              { value: 'auto', label: t('language.auto') },
              { value: 'es', label: t('language.es') },
              { value: 'pt-BR', label: t('language.pt') },
              { value: 'en', label: t('language.en') },
            ]}
            onChange={(language) => change({ language })}
          />
          <GoesOnField value={chosen.goesOnChannelId} disabled={locked} onChange={(goesOnChannelId) => change({ goesOnChannelId })} />
          <Choices
            legend={t('ask.label')}
            choices={[
              { id: 'askName', label: t('ask.name') },
              { id: 'askEmail', label: t('ask.email') },
            ]}
            chosen={(id) => chosen[id as 'askName' | 'askEmail']}
            empty=""
            disabled={locked}
            onToggle={(id) => change({ [id]: !chosen[id as 'askName' | 'askEmail'] })}
          />
        </Section>
      </form>
      {channel.state === 'connected' && (
        <Section title={t('preview.title')} hint={t('preview.hint')}>
          <Preview channelId={channel.id} look={lookOf(chosen, channel.name)} />
        </Section>
      )}
      {!locked && (
        <Section title={t('identity.title')}>
          <SigningSecret channel={channel} />
        </Section>
      )}
      <SaveBar
        dirty={dirty}
        busy={busy}
        form="webchat-settings"
        refusal={problem && (wrong('origins') ? t('origins.wrong') : wrong('shortcuts') ? t('shortcuts.wrong') : problemWords(problem))}
        onDiscard={() => setChanges({})}
      />
    </>
  )
}

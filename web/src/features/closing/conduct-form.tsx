import type { BotPause, Conduct } from '@chasqui/contracts'
import { botPauses } from '@chasqui/contracts/bot-pause'
import { closingRoutes } from '@chasqui/contracts/http/closing'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { campaignRoutes } from '@chasqui/contracts/http/campaigns'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { asked, call, keyOf } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { useAct } from '#lib/use-act.ts'
import { Card } from '#ui/card.tsx'
import { SaveBar } from '#ui/save-bar.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Switch } from '#ui/switch.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { say } from '#ui/toast.tsx'
import { problemWords } from './problem-words.ts'

type Survey = Conduct['survey']
type Texts = Survey['texts']
type PartProps = { draft: Conduct; change: (part: Partial<Conduct>) => void }

/** How conversations end and what comes after, saved as a whole. */
export const ConductForm = ({ stored }: { stored: Conduct }) => {
  const { t } = useTexts('closing')
  const form = useId()
  const [base, setBase] = useState(stored)
  const [draft, setDraft] = useState(stored)
  const { busy, problem, run } = useAct()
  const dirty = JSON.stringify(draft) !== JSON.stringify(base)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void run(async () => {
      const saved = await call(closingRoutes.changeConduct, { body: draft })
      queryClient.setQueryData(keyOf(closingRoutes.conduct), saved)
      setBase(saved)
      setDraft(saved)
      say(t('saved'))
    })
  }
  const part = { draft, change: (changed: Partial<Conduct>) => setDraft((now) => ({ ...now, ...changed })) }
  return (
    <>
      <form id={form} onSubmit={submit} noValidate aria-label={t('title')} className="mt-4 flex flex-col gap-4">
        <EndSection {...part} />
        <SurveySection {...part} />
        <PauseSection {...part} />
      </form>
      <SaveBar form={form} dirty={dirty} busy={busy} refusal={problem && problemWords(problem)} onDiscard={() => setDraft(base)} />
    </>
  )
}

const Section = ({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) => {
  const id = useId()
  return (
    <Card aria-labelledby={id} className="flex flex-col gap-3">
      <div>
        <h2 id={id} className="text-md font-semibold">
          {title}
        </h2>
        {hint && <p className="text-sm text-fg-2">{hint}</p>}
      </div>
      {children}
    </Card>
  )
}

const thanks = [0, 15, 30, 60, 120, 360, 1440] as const
/** The offered ones, and what is stored even if no screen offers it. */
const withOwn = (offered: readonly number[], own: number) => [...new Set([...offered, own])].sort((one, other) => one - other)

const EndSection = ({ draft, change }: PartProps) => {
  const { t } = useTexts('closing')
  return (
    <Section title={t('end.title')}>
      <Switch
        label={t('end.required')}
        hint={t('end.required_hint')}
        checked={draft.reasonRequired}
        onChange={(reasonRequired) => change({ reasonRequired })}
      />
      <SelectField
        label={t('end.thanks')}
        hint={t('end.thanks_hint')}
        value={String(draft.thanksMinutes)}
        options={withOwn(thanks, draft.thanksMinutes).map((count) => ({
          value: String(count),
          label: count === 0 ? t('end.thanks_off') : count % 60 === 0 ? t('hours', { count: count / 60 }) : t('minutes', { count }),
        }))}
        onChange={(minutes) => change({ thanksMinutes: Number(minutes) })}
      />
    </Section>
  )
}

const PauseSection = ({ draft: { botPause }, change }: PartProps) => {
  const { t } = useTexts('closing')
  const options = botPauses.map((value) => ({ value, label: t(`pause.${value}`, { count: botPause.slidingMinutes }) }))
  const put = (part: Partial<Conduct['botPause']>) => change({ botPause: { ...botPause, ...part } })
  const slides = botPause.app === 'sliding' || botPause.handset === 'sliding'
  return (
    <Section title={t('pause.title')} hint={t('pause.hint')}>
      <SelectField<BotPause> label={t('pause.app')} value={botPause.app} options={options} onChange={(app) => put({ app })} />
      <SelectField<BotPause> label={t('pause.handset')} value={botPause.handset} options={options} onChange={(handset) => put({ handset })} />
      {slides && (
        <SelectField
          label={t('pause.minutes')}
          value={String(botPause.slidingMinutes)}
          options={withOwn([5, 10, 20, 30, 60, 120], botPause.slidingMinutes).map((count) => ({ value: String(count), label: t('minutes', { count }) }))}
          onChange={(minutes) => put({ slidingMinutes: Number(minutes) })}
        />
      )}
    </Section>
  )
}

const languages = ['es', 'pt', 'en'] as const
const TextsFields = ({ texts, onChange }: { texts: Texts; onChange: (texts: Texts) => void }) => {
  const { t } = useTexts('closing')
  return (
    <div className="grid gap-3 laptop:grid-cols-3">
      {languages.map((language) => (
        <TextArea
          key={language}
          label={t(`language.${language}`)}
          lang={language}
          rows={2}
          maxLength={600}
          placeholder={t(`question.${language}`)}
          value={texts[language] ?? ''}
          onChange={({ target }) => onChange({ ...texts, [language]: target.value.trim() ? target.value : null })}
        />
      ))}
    </div>
  )
}

const SurveySection = ({ draft: { survey }, change }: PartProps) => {
  const { t } = useTexts('closing')
  const put = (part: Partial<Survey>) => change({ survey: { ...survey, ...part } })
  return (
    <Section title={t('survey.title')} hint={t('survey.hint')}>
      <Switch label={t('survey.on')} hint={t('survey.on_hint')} checked={survey.on} onChange={(on) => put({ on })} />
      <TextsFields texts={survey.texts} onChange={(texts) => put({ texts })} />
      <div className="grid gap-3 tablet:grid-cols-2">
        <SelectField
          label={t('survey.expires')}
          value={String(survey.expiresHours)}
          options={withOwn([1, 6, 24, 48, 72, 168], survey.expiresHours).map((count) => ({ value: String(count), label: t('hours', { count }) }))}
          onChange={(hours) => put({ expiresHours: Number(hours) })}
        />
        <SelectField
          label={t('survey.alert')}
          value={String(survey.alertAt)}
          options={[0, 1, 2, 3, 4].map((score) => ({ value: String(score), label: score === 0 ? t('survey.alert_off') : t('survey.alert_at', { score }) }))}
          onChange={(score) => put({ alertAt: Number(score) })}
        />
      </div>
      <Switch label={t('survey.comment')} hint={t('survey.comment_hint')} checked={survey.askComment} onChange={(askComment) => put({ askComment })} />
      <CampaignParts survey={survey} onChange={(campaigns) => put({ campaigns })} />
    </Section>
  )
}

type Own = Survey['campaigns'][number]
const choices = ['same', 'on', 'off'] as const
/** Where a campaign differs: whether it asks, and in what words. */
const CampaignParts = ({ survey, onChange }: { survey: Survey; onChange: (campaigns: Own[]) => void }) => {
  const { t } = useTexts('closing')
  const { data } = useQuery({ ...asked(campaignRoutes.list, { query: { limit: 200 } }), placeholderData: keepPreviousData })
  const campaigns = data?.items.filter(({ state }) => state !== 'finished') ?? []
  if (campaigns.length === 0) return null
  const put = (campaignId: string, own: Omit<Own, 'campaignId'> | null) => {
    const others = survey.campaigns.filter((campaign) => campaign.campaignId !== campaignId)
    onChange(own ? [...others, { campaignId, ...own }] : others)
  }
  return (
    <fieldset className="flex flex-col gap-3 border-t border-line pt-3">
      <legend className="sr-only">{t('survey.campaigns')}</legend>
      <p className="text-sm font-medium text-fg-2" aria-hidden>
        {t('survey.campaigns')}
      </p>
      {campaigns.map(({ id, name }) => {
        const own = survey.campaigns.find(({ campaignId }) => campaignId === id)
        const value = own ? (own.on ? 'on' : 'off') : 'same'
        return (
          <div key={id} className="flex flex-col gap-2">
            <SelectField
              label={name}
              value={value}
              options={choices.map((choice) => ({ value: choice, label: t(`survey.campaign_${choice}`) }))}
              onChange={(next) => put(id, next === 'same' ? null : { on: next === 'on', texts: own?.texts ?? { es: null, pt: null, en: null } })}
            />
            {own?.on && <TextsFields texts={own.texts} onChange={(texts) => put(id, { on: true, texts })} />}
          </div>
        )
      })}
    </fieldset>
  )
}

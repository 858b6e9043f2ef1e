import type { Business } from '@chasqui/contracts'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { countryOptions } from '#lib/country-names.ts'
import { languages } from '#lib/i18n/languages.ts'
import { chooseLanguage, useTexts } from '#lib/i18n/texts.ts'
import { useAct } from '#lib/use-act.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { languageNames } from '#ui/language-links.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type Answers, answersFor, trades, zoneOf } from './answers.ts'
import { homeZones } from './countries.ts'
import { saveAnswers, skipWelcome } from './save-answers.ts'

/** `America/Argentina/Buenos_Aires` → `Buenos Aires` */
const cityOf = (zone: string) => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')

/** One that the list lacks is added, so that a guess is never lost. */
const countriesWith = (chosen: string) => [...new Set([...Object.keys(homeZones), chosen])]

/** Five questions with a guess in each. Starting and skipping both lead home; neither asks anything twice. */
export const WelcomeForm = ({ business, name }: { business: Business; name: string }) => {
  const { t } = useTexts('welcome')
  const navigate = useNavigate()
  const [answers, setAnswers] = useState<Answers>(() => answersFor(business, name))
  const { busy, problem, run } = useAct({ leaves: true })
  const change = (part: Partial<Answers>) => setAnswers({ ...answers, ...part })
  const empty = { name: !answers.name.trim(), person: !answers.person.trim() }
  const [checked, setChecked] = useState(false)

  const finish = (work: () => Promise<void>) =>
    run(async () => {
      await work()
      await navigate({ to: '/' })
    })
  const start = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (!empty.name && !empty.person) void finish(() => saveAnswers(answers))
  }
  const missing = (field: 'name' | 'person') => (checked && empty[field] ? t('missing') : problem?.fieldErrors[field] ? t('invalid') : null)
  return (
    <form onSubmit={start} noValidate className="flex flex-col gap-4">
      <TextField
        label={t('business')}
        value={answers.name}
        onChange={(event) => change({ name: event.target.value })}
        error={missing('name')}
        maxLength={200}
        autoComplete="organization"
      />
      <div className="grid gap-4 tablet:grid-cols-2">
        <SelectField
          label={t('country')}
          hint={t('zone', { zone: cityOf(answers.timeZone) })}
          value={answers.country}
          options={countryOptions(countriesWith(answers.country))}
          onChange={(country) => change({ country, timeZone: zoneOf(country) })}
        />
        <SelectField
          label={t('language')}
          value={answers.language}
          options={languages.map((value) => ({ value, label: languageNames[value] }))}
          onChange={(language) => {
            change({ language })
            void chooseLanguage(language, answers.country)
          }}
        />
      </div>
      <div className="grid gap-4 tablet:grid-cols-2">
        <SelectField
          label={t('trade')}
          value={answers.trade}
          options={trades.map((value) => ({ value, label: t(`trades.${value}`) }))}
          onChange={(trade) => change({ trade })}
        />
        <TextField
          label={t('person')}
          value={answers.person}
          onChange={(event) => change({ person: event.target.value })}
          error={missing('person')}
          maxLength={200}
          autoComplete="name"
        />
      </div>
      {problem && (
        <Banner tone="danger" className="rounded-control px-3">
          {t(problem.code === 'offline' ? 'offline' : 'not_saved')}
        </Banner>
      )}
      <div className="mt-2 flex flex-col gap-2 tablet:flex-row">
        <Button look="solid" size="lg" type="submit" busy={busy}>
          {t(business.welcomed ? 'again.save' : 'start')}
        </Button>
        <Button look="quiet" size="lg" disabled={busy} onClick={() => void (business.welcomed ? navigate({ to: '/' }) : finish(() => skipWelcome(answers)))}>
          {t(business.welcomed ? 'again.cancel' : business.isDemo ? 'skip' : 'skip_plain')}
        </Button>
      </div>
    </form>
  )
}

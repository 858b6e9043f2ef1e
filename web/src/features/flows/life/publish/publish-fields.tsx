import type { PeopleInside } from '@chasqui/contracts'
import { flowRoutes } from '@chasqui/contracts/http/flows'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { asked } from '#lib/api.ts'
import type { ApiProblem } from '#lib/api-problem.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTenant } from '#lib/session.ts'
import { Button } from '#ui/button.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { useGo } from '../search.ts'
import { fieldOf, instantOfField } from './field-time.ts'

/** What is chosen beside the note: `at` empty means at once. */
export type PublishChoice = { people: PeopleInside; when: 'now' | 'later'; at: string; override: string }
export const atOnce: PublishChoice = { people: 'stay', when: 'now', at: '', override: '' }

const choices = ['stay', 'move'] as const

type FieldsProps = { live: boolean; choice: PublishChoice; now: number; onChange: (change: Partial<PublishChoice>) => void }

/** What people inside do, where a version is `live` that they can be in, and when it is published: at once, or on a day and time of the business. */
export const PublishFields = ({ live, choice: { people, when, at }, now, onChange }: FieldsProps) => {
  const { t } = useTexts('flows')
  const { timeZone } = useTenant()
  const name = useId()
  const instant = at ? instantOfField(at, timeZone) : null
  const isPast = instant !== null && Date.parse(instant) <= now
  return (
    <>
      {live && (
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 text-sm font-medium text-fg-2">{t('people.label')}</legend>
          {choices.map((choice) => (
            <label key={choice} className="flex min-h-7 items-center gap-2 text-base touch:min-h-11">
              <input
                type="radio"
                name={name}
                checked={people === choice}
                onChange={() => onChange({ people: choice })}
                className="size-4 shrink-0 accent-primary"
              />
              {t(`people.${choice}`)}
            </label>
          ))}
        </fieldset>
      )}
      <div className="flex flex-col items-start gap-2">
        <Segmented
          label={t('planned.when')}
          value={when}
          onChange={(next) => onChange({ when: next })}
          options={[
            { value: 'now', label: t('planned.now') },
            { value: 'later', label: t('planned.later') },
          ]}
        />
        {when === 'later' && (
          <TextField
            className="w-full"
            type="datetime-local"
            label={t('planned.at')}
            hint={t('planned.zone', { zone: timeZone.replaceAll('_', ' ') })}
            error={isPast ? t('refused.planned_in_past') : null}
            min={fieldOf(now, timeZone)}
            value={at}
            onChange={({ target }) => onChange({ at: target.value })}
          />
        )}
      </div>
    </>
  )
}

/** The tests that a publish was refused for: `tests.<id>` in the fields of the refusal. */
const failedIn = ({ fieldErrors }: ApiProblem): string[] =>
  Object.keys(fieldErrors).flatMap((path) => (path.startsWith('tests.') ? [path.slice('tests.'.length)] : []))

type FailedProps = { flowId: string; problem: ApiProblem; override: string; onChange: (change: Partial<PublishChoice>) => void; onClose: () => void }

/** Which tests fail, the way to them, and why it may be published all the same. */
export const FailedTests = ({ flowId, problem, override, onChange, onClose }: FailedProps) => {
  const { t } = useTexts('flows')
  const go = useGo()
  const { data } = useQuery(asked(flowRoutes.tests, { params: { id: flowId }, query: { limit: 100 } }))
  const failed = failedIn(problem)
  const names = (data?.items ?? []).filter(({ id }) => failed.includes(id)).map(({ name }) => name)
  return (
    <div className="flex flex-col gap-3 rounded-control border border-danger p-3">
      <p role="alert" className="text-sm font-semibold text-danger">
        {t('tests.block', { count: failed.length })}
      </p>
      <ul className="list-disc pl-5 text-sm">
        {names.map((name) => (
          <li key={name} className="wrap-anywhere">
            {name}
          </li>
        ))}
      </ul>
      <Button
        size="sm"
        className="self-start"
        onClick={() => {
          onClose()
          go({ panel: 'tests' })
        }}
      >
        {t('tests.see')}
      </Button>
      <TextArea
        label={t('tests.override')}
        hint={t('tests.override_hint')}
        value={override}
        maxLength={500}
        dir="auto"
        onChange={({ target }) => onChange({ override: target.value })}
      />
    </div>
  )
}

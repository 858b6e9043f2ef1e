import type { ChannelAnswers, ChannelKind } from '@chasqui/contracts'
import { mostTestNumbers } from '@chasqui/contracts/channel-answers'
import { useId } from 'react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { TextArea } from '#ui/text-area.tsx'

/** As it stands in the form: `numbers` one per line, also while others than test numbers are chosen. */
export type WhomEntered = { to: ChannelAnswers['to']; numbers: string }

export const enteredOf = (answers: ChannelAnswers): WhomEntered => ({
  to: answers.to,
  numbers: answers.to === 'test_numbers' ? answers.numbers.join('\n') : '',
})

const linesOf = ({ numbers }: WhomEntered): string[] =>
  numbers
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** What was chosen; null where it lacks its numbers, or has too many. */
export const chosenIn = (entered: WhomEntered): ChannelAnswers | null => {
  if (entered.to !== 'test_numbers') return { to: entered.to }
  const numbers = linesOf(entered)
  return numbers.length === 0 || numbers.length > mostTestNumbers ? null : { to: 'test_numbers', numbers }
}

/** Kinds on which people write from numbers. */
const withNumbers: readonly ChannelKind[] = ['whatsapp-cloud', 'whatsapp-web', 'waha', 'wppconnect']
/** Kinds whose number may be a person's own. */
const personal: readonly ChannelKind[] = ['whatsapp-web', 'waha', 'wppconnect']
const choices = ['nobody', 'test_numbers', 'outside_hours', 'everyone'] as const

type WhomFieldProps = {
  kind: ChannelKind
  entered: WhomEntered
  disabled: boolean
  /** Sending was tried: what is missing is told. */
  tried: boolean
  /** What the server has against fields, by their paths. */
  wrong: Readonly<Record<string, string>>
  onChange: (entered: WhomEntered) => void
}

/** To whom flows answer on a channel. */
export const WhomField = ({ kind, entered, disabled, tried, wrong, onChange }: WhomFieldProps) => {
  const { t } = useTexts('channels')
  const format = useFormat()
  const name = useId()
  const lines = linesOf(entered)
  const most = format.number(mostTestNumbers)
  const notANumber = lines.find((_, place) => wrong[`answers.numbers.${place}`] !== undefined)
  const error =
    notANumber !== undefined
      ? t('answer.number_wrong', { number: notANumber })
      : tried && chosenIn(entered) === null
        ? t(lines.length === 0 ? 'answer.numbers_missing' : 'answer.numbers_many', { most })
        : null
  const offered = choices.filter((to) => to !== 'test_numbers' || withNumbers.includes(kind) || entered.to === to)
  return (
    <fieldset className="flex min-w-0 flex-col gap-1" disabled={disabled}>
      <legend className="sr-only">{t('answer.whom')}</legend>
      {offered.map((to) => (
        <div key={to}>
          <label className="flex cursor-pointer items-start gap-2.5 py-1 text-base touch:min-h-11">
            <input
              type="radio"
              name={name}
              className="mt-1 size-4 shrink-0 accent-primary"
              checked={entered.to === to}
              onChange={() => onChange({ ...entered, to })}
            />
            <span className="min-w-0">
              {t(`answer.to.${to}`)}
              <span className="block text-sm text-fg-3">
                {t(to === 'everyone' && personal.includes(kind) ? 'answer.to_hint.everyone_personal' : `answer.to_hint.${to}`)}
              </span>
            </span>
          </label>
          {to === 'test_numbers' && entered.to === to && (
            <TextArea
              className="mt-1 mb-2 pl-6.5"
              label={t('answer.numbers')}
              hint={t('answer.numbers_hint', { most })}
              error={error}
              inputMode="tel"
              autoComplete="off"
              value={entered.numbers}
              onChange={({ target }) => onChange({ ...entered, numbers: target.value })}
            />
          )}
        </div>
      ))}
    </fieldset>
  )
}

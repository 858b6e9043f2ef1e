import type { NumberGuard } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { guardCaps, GuardLimits, leastPerMinute } from '@chasqui/contracts/number-guard'
import { type FormEvent, useState } from 'react'
import { call } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan } from '#lib/session.ts'
import { useAct } from '#lib/use-act.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { say } from '#ui/toast.tsx'
import { Refusal } from '../data/refusal.tsx'
import { readChannelsAgain } from '../data/use-channels.ts'

const strangers = ['first', 'step', 'most'] as const
const names = [...strangers, 'perMinute'] as const
type Entered = Record<(typeof names)[number], string>

const enteredOf = (limits: GuardLimits): Entered => ({
  first: String(limits.first),
  step: String(limits.step),
  most: String(limits.most),
  perMinute: String(limits.perMinute),
})
/** What was typed as limits; null where something is no number. */
const typed = (entered: Entered) =>
  GuardLimits.safeParse(Object.fromEntries(names.map((name) => [name, entered[name].trim() === '' ? null : Number(entered[name])])))

/** The first day of a number on which it may write to as many as it ever may; null when that never comes. */
const fullOn = ({ first, step, most }: GuardLimits): number | null => (first >= most ? 1 : step === 0 ? null : Math.ceil((most - first) / step) + 1)

const Effect = ({ limits }: { limits: GuardLimits }) => {
  const { t } = useTexts('channels')
  const format = useFormat()
  const { first, step, most } = limits
  const day = fullOn(limits)
  return (
    <p className="text-sm text-fg-2" role="status">
      {day === null
        ? t('limits.effect_flat', { first: format.number(first) })
        : t('limits.effect', {
            first: format.number(first),
            week: format.number(Math.min(most, first + 6 * step)),
            most: format.number(most),
            day: format.number(day),
          })}
    </p>
  )
}

/** People whose messages wait, by whom the pace is explained. */
const crowd = 60

const PaceEffect = ({ perMinute }: Pick<GuardLimits, 'perMinute'>) => {
  const { t } = useTexts('channels')
  const format = useFormat()
  const every = format.seconds(60 / perMinute)
  return (
    <p className="text-sm text-fg-2" role="status">
      {t('limits.pace_effect', { every, some: format.number(crowd), time: format.duration(Math.ceil((crowd / perMinute) * 60)) })}
    </p>
  )
}

/** How many strangers a day and how fast: what it comes to, and, for whoever manages channels, other numbers within the caps. */
export const GuardLimitsForm = ({ id, limits: { now, standard, isOwn } }: { id: string; limits: NumberGuard['limits'] }) => {
  const { t } = useTexts('channels')
  const format = useFormat()
  const locked = !useCan('channels.manage')
  const [entered, setEntered] = useState(enteredOf(now))
  const [tried, setTried] = useState(false)
  const { busy, problem, run } = useAct()
  const parsed = typed(entered)
  const isDirty = names.some((name) => entered[name] !== enteredOf(now)[name])
  const wrong = (name: (typeof names)[number]) => tried && !parsed.success && parsed.error.issues.some(({ path }) => path[0] === name)
  const keep = (limits: GuardLimits | null) =>
    run(async () => {
      await call(channelRoutes.guardLimits, { params: { id }, body: { limits } })
      say(t('limits.saved'))
      await readChannelsAgain()
    })
  const save = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (parsed.success) void keep(parsed.data)
  }
  const words = (name: (typeof names)[number]) => {
    const caps = { least: format.number(leastPerMinute), most: format.number(guardCaps[name]), standard: format.number(standard[name]) }
    if (name === 'perMinute') return { hint: t('limits.pace_cap', caps), error: t('limits.pace_wrong', caps) }
    return { hint: t('limits.cap', caps), error: t(name === 'most' ? 'limits.wrong_most' : 'limits.wrong', caps) }
  }
  const field = (name: (typeof names)[number]) => (
    <TextField
      key={name}
      label={t(`limits.${name}`)}
      hint={words(name).hint}
      error={wrong(name) ? words(name).error : null}
      inputMode="numeric"
      autoComplete="off"
      disabled={locked}
      value={entered[name]}
      onChange={({ target }) => setEntered({ ...entered, [name]: target.value })}
    />
  )
  return (
    <form onSubmit={save} noValidate className="flex flex-col gap-3 border-t border-line pt-4">
      <div>
        <h3 className="text-base font-semibold">{t('limits.title')}</h3>
        <p className="text-sm text-fg-2">{t('limits.hint')}</p>
      </div>
      <div className="grid gap-3 tablet:grid-cols-3">{strangers.map(field)}</div>
      {parsed.success && <Effect limits={parsed.data} />}
      <div>
        <h3 className="text-base font-semibold">{t('limits.pace')}</h3>
        <p className="text-sm text-fg-2">{t('limits.pace_hint')}</p>
      </div>
      <div className="grid gap-3 tablet:grid-cols-3">{field('perMinute')}</div>
      {parsed.success && <PaceEffect perMinute={parsed.data.perMinute} />}
      <Refusal problem={problem} />
      {!locked && (isDirty || isOwn) && (
        <div className="flex flex-wrap gap-2">
          {isDirty && (
            <Button type="submit" look="solid" busy={busy}>
              {t('limits.save')}
            </Button>
          )}
          {isDirty && (
            <Button type="button" look="quiet" onClick={() => setEntered(enteredOf(now))}>
              {t('limits.discard')}
            </Button>
          )}
          {isOwn && !isDirty && (
            <Button type="button" busy={busy} onClick={() => void keep(null)}>
              {t('limits.standard')}
            </Button>
          )}
        </div>
      )}
    </form>
  )
}

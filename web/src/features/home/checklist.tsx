import type { Home } from '@chasqui/contracts'
import { Check, ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { keep, readKept } from '#lib/kept.ts'
import { useTenant } from '#lib/session.ts'
import { Card } from '#ui/card.tsx'
import { classNames } from '#ui/class-names.ts'
import { Progress } from '#ui/progress.tsx'
import { SetupAction, type SetupActs } from './setup-action.tsx'
import { SetupDetail } from './setup-detail.tsx'

type Item = Home['setup'][number]

const Tick = ({ done }: { done: boolean }) => (
  <span
    className={classNames(
      'grid size-[22px] shrink-0 place-items-center rounded-full border-2',
      done ? 'border-success bg-success text-on-success' : 'border-line-strong',
    )}
    aria-hidden
  >
    {done && <Check size={14} strokeWidth={2.5} />}
  </span>
)

/** Minutes that each step takes the first time. */
const minutes: Record<Item['key'], number> = { try_bot: 1, business: 1, flow: 2, connect_whatsapp: 5, take_over: 1 }

const Row = ({ item, next, acts }: { item: Item; next: boolean; acts: SetupActs }) => {
  const { t } = useTexts('home')
  return (
    <li className="flex min-h-[59px] items-center gap-3 border-t border-line py-2 first:border-0">
      <Tick done={item.done} />
      <div className="min-w-0 flex-1">
        <strong className={classNames('block', item.done ? 'font-medium text-fg-2' : 'font-semibold')}>
          {t(`setup.${item.key}.title`)}
          <span className="sr-only"> · {t(item.done ? 'setup.done' : 'setup.open')}</span>
        </strong>
        <span className="block text-xs text-fg-3">
          <SetupDetail item={item} />
        </span>
      </div>
      {!item.done && <SetupAction name={item.key} main={next} acts={acts} />}
      <span className="w-11 shrink-0 text-right text-xs text-fg-3 max-tablet:hidden">{!item.done && t('setup.minutes', { count: minutes[item.key] })}</span>
    </li>
  )
}

/** The steps to the first real customer. They tick by fact; once all are done the list folds into a line. */
export const Checklist = ({ setup, acts }: { setup: Item[]; acts: SetupActs }) => {
  const { t } = useTexts('home')
  const { tenantId } = useTenant()
  const done = setup.filter((item) => item.done).length
  const complete = done === setup.length
  const place = `setup-open.${tenantId}`
  const [open, setOpen] = useState(() => readKept(place) === 'yes')
  const shown = !complete || open
  const next = setup.find((item) => !item.done)?.key
  const turn = () => {
    keep(place, open ? null : 'yes')
    setOpen(!open)
  }
  return (
    <Card className="max-tablet:px-4">
      <div className="flex items-center gap-3">
        <h2 className="flex-1 text-md font-semibold">{t('setup.title')}</h2>
        <Progress label={t('setup.title')} value={done} max={setup.length} className="w-[140px] max-tablet:w-20" />
        <span className="text-xs text-fg-3 tabular">{t('setup.count', { done, all: setup.length })}</span>
        {complete && (
          <button
            type="button"
            aria-expanded={open}
            aria-label={t(open ? 'setup.hide' : 'setup.show')}
            onClick={turn}
            className="-my-2 -mr-2 grid size-9 place-items-center rounded-control text-fg-2 hover:bg-surface-2 touch:size-11"
          >
            <ChevronDown size={18} strokeWidth={1.75} className={open ? 'rotate-180' : ''} aria-hidden />
          </button>
        )}
      </div>
      {shown && (
        <ol className="mt-1.5">
          {setup.map((item) => (
            <Row key={item.key} item={item} next={item.key === next} acts={acts} />
          ))}
        </ol>
      )}
    </Card>
  )
}

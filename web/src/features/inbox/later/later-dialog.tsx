import type { Conversation } from '@chasqui/contracts'
import { CalendarClock, CalendarDays, Clock3, Moon, Sunrise } from 'lucide-react'
import { useState } from 'react'
import { instantOfField } from '#lib/field-instant.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { serverNow } from '#lib/server-clock.ts'
import { useTenant } from '#lib/session.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { ChoiceList } from '../actions/choice-list.tsx'
import { laterTimes } from './later-times.ts'
import { AfterWindow, TimeField } from './time-field.tsx'

const icons = { hour: Clock3, evening: Moon, tomorrow: Sunrise, monday: CalendarDays }

/** When what is written is to be said. */
export const LaterDialog = ({ conversation, onPick, onClose }: { conversation: Conversation; onPick: (at: string) => void; onClose: () => void }) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  const { timeZone } = useTenant()
  const [now] = useState(serverNow)
  const [value, setValue] = useState('')
  const times = laterTimes(now, timeZone)
  const at = value ? instantOfField(value, timeZone) : null
  const future = at !== null && Date.parse(at) > now
  const choose = (name: string) => {
    const time = times.find((known) => known.name === name)
    if (time) onPick(time.at)
  }
  return (
    <Dialog open onClose={onClose} title={t('later.title')} width="sm">
      <ChoiceList
        label={t('later.title')}
        onChoose={choose}
        options={times.map((time) => ({ value: time.name, label: t(`later.${time.name}`), hint: format.moment(time.at), icon: icons[time.name] }))}
      />
      <form className="mt-3 flex flex-col gap-3 border-t border-line pt-3" onSubmit={(event) => (event.preventDefault(), future && onPick(at))}>
        <TimeField value={value} now={now} onChange={setValue} />
        <AfterWindow conversation={conversation} at={at ?? times.at(-1)?.at ?? null} chosen={at !== null} />
        <Button type="submit" look="solid" icon={CalendarClock} disabled={!future} className="self-end">
          {t('later.verb')}
        </Button>
      </form>
    </Dialog>
  )
}

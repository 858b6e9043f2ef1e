import type { Conversation } from '@chasqui/contracts'
import { AlarmClock, CalendarClock, MessageCircleReply, Sunrise } from 'lucide-react'
import { useState } from 'react'
import { fieldOf, instantOfField } from '#lib/field-instant.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useTenant } from '#lib/session.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextField } from '#ui/text-field.tsx'
import { ChoiceList } from './choice-list.tsx'
import { snooze } from './close-acts.ts'
import { type SnoozeTimes, snoozeTimes } from './snooze-times.ts'

const icons = { later: AlarmClock, tomorrow: Sunrise, monday: CalendarClock, reply: MessageCircleReply }

export const SnoozeDialog = ({ conversation, onClose }: { conversation: Conversation; onClose: () => void }) => {
  const { t } = useTexts('inbox')
  const until = (at: string | null) => {
    onClose()
    void snooze(conversation, at)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('snooze.title')}
      width="sm"
      footer={conversation.snoozedUntil && <Button onClick={() => until(null)}>{t('snooze.wake')}</Button>}
    >
      <SnoozeChoices onPick={until} />
    </Dialog>
  )
}

/** Until when: times that are asked for often, or any other. */
export const SnoozeChoices = ({ onPick }: { onPick: (at: string) => void }) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  const { timeZone } = useTenant()
  const [now] = useState(Date.now)
  const times = snoozeTimes(now, timeZone)
  const names = Object.keys(icons) as (keyof SnoozeTimes)[]
  const hint = (name: keyof SnoozeTimes) => (name === 'reply' ? undefined : name === 'later' ? format.clock(times.later) : format.moment(times[name]))
  const choose = (value: string) => {
    const name = names.find((known) => known === value)
    if (name) onPick(times[name])
  }
  return (
    <>
      <ChoiceList
        label={t('snooze.title')}
        onChoose={choose}
        options={names.map((name) => ({ value: name, label: t(`snooze.${name}`), hint: hint(name), icon: icons[name] }))}
      />
      <PickTime now={now} onPick={onPick} />
    </>
  )
}

const PickTime = ({ now, onPick }: { now: number; onPick: (at: string) => void }) => {
  const { t } = useTexts('inbox')
  const { timeZone } = useTenant()
  const [value, setValue] = useState('')
  const at = value ? instantOfField(value, timeZone) : null
  const future = at !== null && Date.parse(at) > now
  return (
    <form className="mt-3 flex items-end gap-2 border-t border-line pt-3" onSubmit={(event) => (event.preventDefault(), future && onPick(at))}>
      <TextField
        type="datetime-local"
        label={t('snooze.pick')}
        min={fieldOf(now, timeZone)}
        value={value}
        onChange={({ target }) => setValue(target.value)}
        className="min-w-0 flex-1"
      />
      <Button type="submit" disabled={!future}>
        {t('snooze.verb')}
      </Button>
    </form>
  )
}

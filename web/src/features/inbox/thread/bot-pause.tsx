import type { BotPause, Conversation } from '@chasqui/contracts'
import { botPauses } from '@chasqui/contracts/bot-pause'
import { Timer } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useNow } from '#lib/now.ts'
import { useCan } from '#lib/session.ts'
import { Button } from '#ui/button.tsx'
import { Menu, MenuItem, MenuLabel } from '#ui/menu.tsx'
import { pauseBot } from '../actions/floor-acts.ts'

/** For how long the bot is silent here, and how that is changed. */
export const BotPauseLine = ({ conversation }: { conversation: Conversation }) => {
  const { t } = useTexts('inbox')
  const format = useFormat()
  const now = useNow(20_000) ?? Date.now()
  const mayReply = useCan('conversations.reply')
  const { botReturnsAt } = conversation
  // Whole minutes: seconds that run would be read out for ever.
  const left = botReturnsAt ? Math.max(60, Math.round((Date.parse(botReturnsAt) - now) / 60_000) * 60) : 0
  const isToday = botReturnsAt !== null && format.shortDate(botReturnsAt) === format.shortDate(new Date(now))
  return (
    <div role="status" className="flex min-h-11 items-center gap-2 border-b border-line bg-surface-2 py-1 pr-2 pl-4 text-sm text-fg-2">
      <Timer size={18} strokeWidth={1.75} className="shrink-0" aria-hidden />
      <span className="min-w-0 flex-1" {...(botReturnsAt && { title: format.fullTime(botReturnsAt) })}>
        {botReturnsAt
          ? t('pause.returns', { at: isToday ? format.clock(botReturnsAt) : format.moment(botReturnsAt), left: format.duration(left) })
          : t('pause.until_closed_line')}
      </span>
      {mayReply && (
        <Menu label={t('pause.label')} trigger={<Button size="sm">{t('pause.change')}</Button>}>
          <MenuLabel>{t('pause.label')}</MenuLabel>
          {botPauses.map((pause: BotPause) => (
            <MenuItem key={pause} onSelect={() => void pauseBot(conversation, pause)}>
              {t(`pause.${pause}`)}
            </MenuItem>
          ))}
        </Menu>
      )}
    </div>
  )
}

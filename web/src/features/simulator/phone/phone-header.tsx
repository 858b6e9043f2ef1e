import { EllipsisVertical, Eraser, Inbox } from 'lucide-react'
import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useTenant } from '#lib/session.ts'
import { Avatar } from '#ui/avatar.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Menu, MenuItem } from '#ui/menu.tsx'
import { ClearDialog } from './clear-dialog.tsx'
import { useTalk } from './talk.ts'
import { useOpenInInbox } from './use-open-in-inbox.ts'

const PhoneMenu = () => {
  const { t } = useTexts('simulator')
  const { speaker } = useTalk()
  const mayOpen = useCan('conversations.read')
  const openInInbox = useOpenInInbox(speaker)
  const [clearing, setClearing] = useState(false)
  return (
    <>
      {mayOpen && <IconButton icon={Inbox} label={t('menu.inbox')} size="sm" onClick={() => void openInInbox()} />}
      <Menu label={t('menu.label')} trigger={<IconButton icon={EllipsisVertical} label={t('menu.label')} size="sm" />}>
        <MenuItem icon={Eraser} danger onSelect={() => setClearing(true)}>
          {t('menu.clear')}
        </MenuItem>
      </Menu>
      <ClearDialog open={clearing} onClose={() => setClearing(false)} />
    </>
  )
}

/** Whom the customer is writing to, as WhatsApp shows it. */
export const PhoneHeader = ({ typing }: { typing: boolean }) => {
  const { t } = useTexts('simulator')
  const { name } = useTenant()
  return (
    <header className="flex shrink-0 items-center gap-2.5 border-b border-line bg-surface py-2.5 pr-2 pl-3.5">
      <Avatar name={name} size="sm" />
      <div className="min-w-0 flex-1">
        <p className="truncate leading-[18px] font-semibold">{name}</p>
        <p className="truncate text-xs text-fg-3" aria-live="polite">
          {t(typing ? 'header.typing' : 'header.online')}
        </p>
      </div>
      <PhoneMenu />
    </header>
  )
}

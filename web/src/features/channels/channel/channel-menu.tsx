import type { Channel } from '@chasqui/contracts'
import { channelRoutes } from '@chasqui/contracts/http/channels'
import { Ellipsis, CloudOff, Link2, Pencil, RotateCw, Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Menu, MenuItem, MenuLine } from '#ui/menu.tsx'
import { NameField } from '#ui/name-field.tsx'
import { say } from '#ui/toast.tsx'
import { problemWords } from '../data/problem-words.ts'
import { readChannelsAgain } from '../data/use-channels.ts'
import { Sure } from './sure.tsx'
import { useChannelActs } from './use-channel-acts.ts'

const RenameDialog = ({ channel, onClose }: { channel: Channel; onClose: () => void }) => {
  const { t } = useTexts('channels')
  const [name, setName] = useState(channel.name)
  const [tried, setTried] = useState(false)
  const { busy, problem, run } = useAct()
  const rename = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!name.trim()) return
    void run(async () => {
      await call(channelRoutes.update, { params: { id: channel.id }, body: { name: name.trim() } })
      await readChannelsAgain()
      say(t('act.rename_done', { name: name.trim() }))
      onClose()
    })
  }
  return (
    <ActDialog
      width="sm"
      title={t('act.rename_title', { name: channel.name })}
      verb={t('act.rename')}
      busy={busy}
      refusal={problem && problemWords(problem)}
      does="rename-channel"
      onClose={onClose}
    >
      <form id="rename-channel" onSubmit={rename} noValidate>
        <NameField label={t('name.label')} hint={t('name.hint')} maxLength={200} value={name} onChange={setName} tried={tried} missing={t('missing')} />
      </form>
    </ActDialog>
  )
}

/** What can be done with a channel as a whole. */
export const ChannelMenu = ({ channel }: { channel: Channel }) => {
  const { t } = useTexts('channels')
  const { connect, restart } = useChannelActs(channel)
  const [asking, setAsking] = useState<'rename' | 'disconnect' | 'remove' | null>(null)
  const close = () => setAsking(null)
  return (
    <>
      <Menu trigger={<IconButton icon={Ellipsis} label={t('act.more', { name: channel.name })} />} label={t('act.more', { name: channel.name })}>
        {channel.state === 'disconnected' ? (
          <MenuItem icon={Link2} onSelect={() => void connect()}>
            {t('act.connect')}
          </MenuItem>
        ) : (
          <MenuItem icon={RotateCw} onSelect={() => void restart()}>
            {t('act.restart')}
          </MenuItem>
        )}
        <MenuItem icon={Pencil} onSelect={() => setAsking('rename')}>
          {t('act.rename')}
        </MenuItem>
        {channel.state !== 'disconnected' && (
          <MenuItem icon={CloudOff} onSelect={() => setAsking('disconnect')}>
            {t('act.disconnect')}
          </MenuItem>
        )}
        <MenuLine />
        <MenuItem icon={Trash2} danger onSelect={() => setAsking('remove')}>
          {t('act.remove')}
        </MenuItem>
      </Menu>
      {asking === 'rename' && <RenameDialog channel={channel} onClose={close} />}
      {(asking === 'disconnect' || asking === 'remove') && <Sure act={asking} channel={channel} onClose={close} />}
    </>
  )
}

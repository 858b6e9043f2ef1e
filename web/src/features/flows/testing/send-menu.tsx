import type { CustomerMessage } from '@chasqui/flow'
import { FileText, ImagePlus, MapPin, Paperclip, UserRound } from 'lucide-react'
import { type ChangeEvent, useId, useRef, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useSending } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Menu, MenuItem } from '#ui/menu.tsx'
import { TextField } from '#ui/text-field.tsx'

type Send = (message: CustomerMessage) => void
type DialogProps = { onSend: Send; onClose: () => void }

/** What a file is to a flow: its name and type, never its bytes, which stay where they are. */
const messageOf = ({ name, type }: File): CustomerMessage => {
  const mime = type || 'application/octet-stream'
  const kind = mime.startsWith('image/') ? 'image' : mime.startsWith('video/') ? 'video' : 'document'
  return { type: kind, text: '', file: { name: name.slice(0, 240), mime } }
}

/** Where the place is that stands in the form until another one is written: a corner of Buenos Aires that everybody finds on a map. */
const somewhere = { latitude: -34.6037, longitude: -58.3816 }

const PlaceDialog = ({ onSend, onClose }: DialogProps) => {
  const { t } = useTexts('flows')
  const form = useId()
  const { busy, onSubmit } = useSending(({ latitude, longitude, words = '' }) => {
    const place = { latitude: Number(latitude), longitude: Number(longitude), words: words.trim() }
    onSend({ type: 'location', text: place.words, place })
    onClose()
    return Promise.resolve()
  })
  const angle = (label: string, name: 'latitude' | 'longitude', most: number) => (
    <TextField label={label} name={name} type="number" step="any" min={-most} max={most} required defaultValue={somewhere[name]} className="min-w-0 flex-1" />
  )
  return (
    <ActDialog title={t('test.send_place')} verb={t('test.send')} busy={busy} does={form} width="sm" onClose={onClose}>
      <form id={form} onSubmit={onSubmit} className="flex flex-col gap-3">
        <TextField label={t('form.address')} name="words" maxLength={1000} defaultValue={t('test.somewhere')} autoFocus dir="auto" />
        <div className="flex gap-2">
          {angle(t('form.latitude'), 'latitude', 90)}
          {angle(t('form.longitude'), 'longitude', 180)}
        </div>
      </form>
    </ActDialog>
  )
}

const CardDialog = ({ onSend, onClose }: DialogProps) => {
  const { t } = useTexts('flows')
  const form = useId()
  const { busy, onSubmit } = useSending(({ name = '', phone = '' }) => {
    onSend({ type: 'contacts', text: name.trim(), phone: phone.trim() })
    onClose()
    return Promise.resolve()
  })
  return (
    <ActDialog title={t('test.send_card')} verb={t('test.send')} busy={busy} does={form} width="sm" onClose={onClose}>
      <form id={form} onSubmit={onSubmit} className="flex flex-col gap-3">
        <TextField label={t('form.name')} name="name" required maxLength={200} pattern=".*\S.*" autoFocus autoComplete="off" dir="auto" />
        <TextField label={t('form.phone')} name="phone" type="tel" required maxLength={40} autoComplete="off" defaultValue="+5491155550101" />
      </form>
    </ActDialog>
  )
}

/** What a customer can send beside words. Files are looked at and go nowhere. */
export const SendMenu = ({ onSend }: { onSend: Send }) => {
  const { t } = useTexts('flows')
  const [asks, setAsks] = useState<'place' | 'card' | null>(null)
  const photo = useRef<HTMLInputElement>(null)
  const file = useRef<HTMLInputElement>(null)
  const take = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [chosen] = target.files ?? []
    if (chosen) onSend(messageOf(chosen))
    // The same one can be sent again.
    target.value = ''
  }
  const close = () => setAsks(null)
  return (
    <>
      <Menu label={t('test.attach')} align="start" side="top" trigger={<IconButton icon={Paperclip} label={t('test.attach')} />}>
        <MenuItem icon={ImagePlus} onSelect={() => photo.current?.click()}>
          {t('test.send_photo')}
        </MenuItem>
        <MenuItem icon={FileText} onSelect={() => file.current?.click()}>
          {t('test.send_file')}
        </MenuItem>
        <MenuItem icon={MapPin} onSelect={() => setAsks('place')}>
          {t('test.send_place')}
        </MenuItem>
        <MenuItem icon={UserRound} onSelect={() => setAsks('card')}>
          {t('test.send_card')}
        </MenuItem>
      </Menu>
      <input ref={photo} type="file" accept="image/*,video/*" hidden aria-label={t('test.send_photo')} onChange={take} />
      <input ref={file} type="file" hidden aria-label={t('test.send_file')} onChange={take} />
      {asks === 'place' && <PlaceDialog onSend={onSend} onClose={close} />}
      {asks === 'card' && <CardDialog onSend={onSend} onClose={close} />}
    </>
  )
}

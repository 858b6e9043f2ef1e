import { type FormEvent, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { TextField } from '#ui/text-field.tsx'
import { useTalk } from '../phone/talk.ts'
import { SendDialog } from './send-dialog.tsx'

const ContactForm = ({ id, onSend }: { id: string; onSend: () => void }) => {
  const { t } = useTexts('simulator')
  const { say } = useTalk()
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [tried, setTried] = useState(false)
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const card = { name: name.trim(), phone: phone.trim() }
    if (!card.name || !card.phone) return
    say({
      act: { type: 'contacts', contacts: [card] },
      content: { type: 'contacts', contacts: [{ name: card.name, phones: [{ phone: card.phone }], emails: [], own: false }] },
    })
    onSend()
  }
  return (
    <form id={id} noValidate onSubmit={send} className="flex flex-col gap-3">
      <TextField
        label={t('contact.name')}
        value={name}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
        error={tried && !name.trim() ? t('needed') : null}
      />
      <TextField
        label={t('contact.phone')}
        type="tel"
        value={phone}
        maxLength={40}
        autoComplete="off"
        onChange={(event) => setPhone(event.target.value)}
        error={tried && !phone.trim() ? t('needed') : null}
      />
    </form>
  )
}

/** Shares somebody's name and number, as from the address book. */
export const ContactDialog = (props: { open: boolean; onClose: () => void }) => <SendDialog {...props} what="contact" form={ContactForm} />

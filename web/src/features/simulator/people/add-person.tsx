import type { PhoneLanguage } from '@chasqui/contracts'
import { simulatorRoutes } from '@chasqui/contracts/http/simulator'
import { type FormEvent, useId, useState } from 'react'
import { isProblem } from '#lib/api-problem.ts'
import { call } from '#lib/api.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { TextField } from '#ui/text-field.tsx'
import { choosePerson } from '../data/chosen-person.ts'
import { readPeopleAgain } from '../data/use-people.ts'
import { LanguageField } from './language-field.tsx'

type Wrong = { name?: 'needed'; phone?: 'people.phone_taken' | 'people.phone_wrong'; whole?: 'people.add_failed' }

const wrongBy = (problem: unknown): Wrong => {
  if (isProblem(problem, 'simulator.phone_exists')) return { phone: 'people.phone_taken' }
  return isProblem(problem) && problem.fieldErrors.phone ? { phone: 'people.phone_wrong' } : { whole: 'people.add_failed' }
}

const useAdding = (channelId: string, onAdded: () => void) => {
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<Wrong>({})
  const add = async (name: string, phone: string, language: PhoneLanguage | null) => {
    if (!name) return setWrong({ name: 'needed' })
    setBusy(true)
    setWrong({})
    try {
      const person = await call(simulatorRoutes.addPhone, { params: { channelId }, body: { name, ...(phone && { phone }), ...(language && { language }) } })
      await readPeopleAgain()
      choosePerson(channelId, person.phone)
      onAdded()
    } catch (problem) {
      setWrong(wrongBy(problem))
      setBusy(false)
    }
  }
  return { busy, wrong, add }
}

type AddPersonProps = { channelId: string; onClose: () => void }

const AddForm = ({ channelId, onClose }: AddPersonProps) => {
  const { t } = useTexts('simulator')
  const form = useId()
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [language, setLanguage] = useState<PhoneLanguage | null>(null)
  const { busy, wrong, add } = useAdding(channelId, onClose)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void add(name.trim(), phone.trim(), language)
  }
  return (
    <ActDialog
      onClose={onClose}
      width="sm"
      title={t('people.add')}
      description={t('people.add_text')}
      verb={t('people.add_act')}
      busy={busy}
      refusal={wrong.whole && t(wrong.whole)}
      does={form}
    >
      <form id={form} noValidate onSubmit={submit} className="flex flex-col gap-3">
        <TextField
          label={t('contact.name')}
          value={name}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
          error={wrong.name && t(wrong.name)}
        />
        <TextField
          label={t('contact.phone')}
          optional={t('optional')}
          type="tel"
          hint={t('people.phone_hint')}
          value={phone}
          maxLength={40}
          autoComplete="off"
          onChange={(event) => setPhone(event.target.value)}
          error={wrong.phone && t(wrong.phone)}
        />
        <LanguageField value={language} onChange={setLanguage} />
      </form>
    </ActDialog>
  )
}

/** One more simulated customer, who is then the one on screen. */
export const AddPerson = ({ open, ...form }: AddPersonProps & { open: boolean }) => open && <AddForm {...form} />

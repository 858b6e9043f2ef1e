import { hostRoutes } from '@chasqui/contracts/http/host'
import { type FormEvent, useId, useState } from 'react'
import { type ApiProblem, isProblem } from '#lib/api-problem.ts'
import { call } from '#lib/api.ts'
import { countryOptions } from '#lib/country-names.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type Made, OwnersWay } from './owners-way.tsx'

const countries = 'AR BO BR CL CO CR DO EC ES GT HN MX NI PA PE PT PY SV US UY VE'.split(' ')
const languages = ['es', 'es-AR', 'es-MX', 'pt-BR', 'en'] as const
type Entered = { name: string; slug: string; country: string; language: (typeof languages)[number]; ownerName: string; ownerEmail: string }
type Text = 'name' | 'slug' | 'ownerName' | 'ownerEmail'
const blank: Entered = { name: '', slug: '', country: 'AR', language: 'es', ownerName: '', ownerEmail: '' }
/** Where the server tells what is wrong with a field. */
const paths: Record<Text, string> = { name: 'name', slug: 'slug', ownerName: 'owner.name', ownerEmail: 'owner.email' }

/** What can be seen to be wrong before the server is asked; the name of its text. */
const faultOf = (entered: Entered, name: Text): 'missing' | 'slug' | 'email' | null => {
  const value = entered[name].trim()
  if (name === 'slug') return value === '' || /^[a-z0-9](-?[a-z0-9])*$/.test(value) ? null : 'slug'
  if (value === '') return 'missing'
  return name === 'ownerEmail' && !/^\S+@\S+\.\S+$/.test(value) ? 'email' : null
}

const ask = ({ name, slug, country, language, ownerName, ownerEmail }: Entered) =>
  call(hostRoutes.createTenant, {
    body: { name: name.trim(), country, language, owner: { name: ownerName.trim(), email: ownerEmail.trim() }, ...(slug.trim() && { slug: slug.trim() }) },
  })

const Form = ({ onMade, onClose }: { onMade: (made: Made) => void; onClose: () => void }) => {
  const { t } = useTexts('host')
  const form = useId()
  const [entered, setEntered] = useState(blank)
  const [checked, setChecked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const taken = problem?.code === 'tenant.slug_taken'
  const unplaced = problem && !taken && Object.keys(problem.fieldErrors).length === 0
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if ((Object.keys(paths) as Text[]).some((name) => faultOf(entered, name))) return
    setBusy(true)
    setProblem(null)
    try {
      onMade(await ask(entered))
      await queryClient.invalidateQueries({ queryKey: [hostRoutes.tenants.id] })
    } catch (refusal) {
      if (!isProblem(refusal)) throw refusal
      setProblem(refusal)
    } finally {
      setBusy(false)
    }
  }
  const field = (name: Text) => {
    const fault = checked ? faultOf(entered, name) : null
    const refused = problem?.fieldErrors[paths[name]] ? t('fault.invalid') : name === 'slug' && taken ? t('fault.taken') : null
    return {
      label: t(`create.${name}`),
      value: entered[name],
      autoComplete: 'off',
      maxLength: 200,
      onChange: (event: { target: { value: string } }) => setEntered({ ...entered, [name]: event.target.value }),
      error: fault ? t(`fault.${fault}`) : refused,
    }
  }
  return (
    <ActDialog
      onClose={onClose}
      title={t('create.title')}
      width="lg"
      verb={t('create.act')}
      busy={busy}
      refusal={unplaced ? t('create.failed') : null}
      does={form}
    >
      <form id={form} onSubmit={(event) => void submit(event)} noValidate className="flex flex-col gap-4">
        <TextField {...field('name')} />
        <TextField {...field('slug')} hint={t('create.slug_hint')} optional={t('optional')} spellCheck={false} />
        <div className="grid gap-4 tablet:grid-cols-2">
          <SelectField
            label={t('create.country')}
            value={entered.country}
            options={countryOptions(countries)}
            onChange={(country) => setEntered({ ...entered, country })}
          />
          <SelectField
            label={t('create.language')}
            value={entered.language}
            options={languages.map((value) => ({ value, label: t(`language.${value}`) }))}
            onChange={(language) => setEntered({ ...entered, language })}
          />
          <TextField {...field('ownerName')} />
          <TextField {...field('ownerEmail')} type="email" spellCheck={false} />
        </div>
      </form>
    </ActDialog>
  )
}

/** Adds an organisation; then shows the owner's link, which nobody can see again. */
export const CreateTenant = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTexts('host')
  const [made, setMade] = useState<Made | null>(null)
  if (!made) return <Form onMade={setMade} onClose={onClose} />
  return (
    <Dialog open onClose={onClose} title={t('made.title', { name: made.tenant.name })} width="lg">
      <OwnersWay made={made} onClose={onClose} />
    </Dialog>
  )
}

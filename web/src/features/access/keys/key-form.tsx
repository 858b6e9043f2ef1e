import type { ApiKeyWithSecret, Permission } from '@chasqui/contracts'
import { apiKeyRoutes } from '@chasqui/contracts/http/api-keys'
import { type FormEvent, useId, useState } from 'react'
import { call } from '#lib/api.ts'
import { useSight } from '#lib/session.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { serverNow } from '#lib/server-clock.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { NameField } from '#ui/name-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { PermissionChecks } from '../permissions/permission-checks.tsx'
import { problemWords } from '../problem-words.ts'
import { type Sight, SightFields } from '../sight/sight-fields.tsx'

const lifetimes = ['30', '90', '365', 'never'] as const
type Lifetime = (typeof lifetimes)[number]

const endOf = (lifetime: Lifetime): string | null => (lifetime === 'never' ? null : new Date(serverNow() + Number(lifetime) * 86_400_000).toISOString())

/** A name, what the program may do, and how long. */
export const KeyForm = ({ onMade, onClose }: { onMade: (made: ApiKeyWithSecret) => void; onClose: () => void }) => {
  const { t } = useTexts('access')
  const form = useId()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<ReadonlySet<Permission>>(new Set())
  const own = useSight()
  const [sight, setSight] = useState<Sight<'queue' | 'all'>>({ reach: own.reach === 'all' ? 'all' : 'queue', hides: own.hides })
  const [lifetime, setLifetime] = useState<Lifetime>('90')
  const [checked, setChecked] = useState(false)
  const { busy, problem, run } = useAct({ leaves: true })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (!name.trim() || scopes.size === 0) return
    const { reach, hides } = sight
    void run(async () => onMade(await call(apiKeyRoutes.create, { body: { name, scopes: [...scopes], reach, hides: [...hides], expiresAt: endOf(lifetime) } })))
  }
  return (
    <ActDialog
      onClose={onClose}
      width="lg"
      title={t('key.title')}
      description={t('key.text')}
      verb={t('key.save')}
      busy={busy}
      refusal={problem && problemWords(problem)}
      does={form}
    >
      <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <NameField label={t('name')} hint={t('key.name_hint')} value={name} maxLength={200} tried={checked} missing={t('name_missing')} onChange={setName} />
        <SelectField
          label={t('key.lifetime')}
          value={lifetime}
          onChange={setLifetime}
          options={lifetimes.map((value) => ({ value, label: value === 'never' ? t('key.never') : t('key.days', { count: Number(value) }) }))}
        />
        <SightFields reaches={['queue', 'all']} sight={sight} onChange={setSight} />
        <PermissionChecks chosen={scopes} onChange={setScopes} error={checked && scopes.size === 0 ? t('none_chosen') : null} />
      </form>
    </ActDialog>
  )
}

import type { HostedTenant } from '@chasqui/contracts'
import { hostRoutes } from '@chasqui/contracts/http/host'
import { type FormEvent, useId, useRef, useState } from 'react'
import { call } from '#lib/api.ts'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { serverNow } from '#lib/server-clock.ts'
import { useAct } from '#lib/use-act.ts'
import { ActDialog } from '#ui/act-dialog.tsx'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type Made, OwnersWay } from './owners-way.tsx'

type Awaited = NonNullable<HostedTenant['awaitedOwner']>
type Props = { tenant: HostedTenant; awaited: Awaited; onMade: (made: Made) => void; onClose: () => void }

const AskOwner = ({ tenant, awaited, onMade, onClose }: Props) => {
  const { t } = useTexts('host')
  const form = useId()
  const [name, setName] = useState(awaited.name ?? '')
  const [email, setEmail] = useState(awaited.email ?? '')
  const [checked, setChecked] = useState(false)
  const { busy, problem, run } = useAct()
  const looksRight = /^\S+@\S+\.\S+$/.test(email.trim())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setChecked(true)
    if (!name.trim() || !looksRight) return
    void run(async () =>
      onMade(await call(hostRoutes.appointOwner, { params: { id: tenant.id }, body: { owner: { name: name.trim(), email: email.trim() } } })),
    )
  }
  const refused = (path: string) => (problem?.fieldErrors[path] ? t('fault.invalid') : null)
  const unplaced = problem && Object.keys(problem.fieldErrors).length === 0
  return (
    <ActDialog
      onClose={onClose}
      width="lg"
      title={t('owner.title', { name: tenant.name })}
      description={t('owner.text')}
      verb={t('owner.save')}
      busy={busy}
      refusal={unplaced ? t(problem.code === 'tenant.has_owner' ? 'owner.has' : 'owner.failed') : null}
      does={form}
    >
      <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <TextField
          label={t('create.ownerName')}
          value={name}
          autoComplete="off"
          maxLength={200}
          onChange={(event) => setName(event.target.value)}
          error={checked && !name.trim() ? t('fault.missing') : refused('owner.name')}
        />
        <TextField
          label={t('create.ownerEmail')}
          type="email"
          value={email}
          autoComplete="off"
          spellCheck={false}
          maxLength={254}
          onChange={(event) => setEmail(event.target.value)}
          error={checked && !looksRight ? t('fault.email') : refused('owner.email')}
        />
      </form>
    </ActDialog>
  )
}

/** Says for whom an organisation waits that nobody administers yet, and makes them, or somebody else, a new link. */
export const AwaitedOwner = ({ tenant, awaited }: { tenant: HostedTenant; awaited: Awaited }) => {
  const { t } = useTexts('host')
  const format = useFormat()
  const [asking, setAsking] = useState(false)
  const [made, setMade] = useState<Made | null>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const { email, expiresAt } = awaited
  const over = expiresAt !== null && Date.parse(expiresAt) <= serverNow()
  const text = email && expiresAt ? t(over ? 'owner.over' : 'owner.awaits', { email, until: format.moment(expiresAt) }) : t('owner.nobody')
  const close = () => {
    setAsking(false)
    setMade(null)
    // One dialog came after the other, so that neither knows from where the focus came.
    requestAnimationFrame(() => opener.current?.focus())
    // Only now: with an owner at once, this notice goes, and the link in the dialog would go with it unread.
    void queryClient.invalidateQueries({ queryKey: [hostRoutes.tenant.id] })
    void queryClient.invalidateQueries({ queryKey: [hostRoutes.tenants.id] })
  }
  return (
    <>
      <Banner
        tone="warning"
        className="rounded-control px-3"
        action={
          <Button ref={opener} size="sm" onClick={() => setAsking(true)}>
            {t('owner.act')}
          </Button>
        }
      >
        {text}
      </Banner>
      {asking && !made && <AskOwner tenant={tenant} awaited={awaited} onMade={setMade} onClose={close} />}
      {made && (
        <Dialog open onClose={close} width="lg" title={t('owner.way', { name: tenant.name })}>
          <OwnersWay made={made} onClose={close} />
        </Dialog>
      )}
    </>
  )
}

import type { FlowSecret } from '@chasqui/contracts'
import { KeyRound, Plus, RotateCw, Trash2 } from 'lucide-react'
import { useId, useState } from 'react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Loading, Skeleton } from '#ui/skeleton.tsx'
import { RemoveSecret } from './remove-secret.tsx'
import { SecretDialog } from './secret-dialog.tsx'
import { SecretUses, type Uses } from './secret-uses.tsx'
import { useSecrets, useSecretUses } from './use-secrets.ts'

type Asked = { what: 'new' } | { what: 'change' | 'remove'; secret: FlowSecret }

/** What flows may send and nobody may read: by name, with who needs it. */
export const SecretsCard = () => {
  const { t } = useTexts('flows')
  const id = useId()
  const { data, error, refetch } = useSecrets()
  const usesOf = useSecretUses()
  const [asked, setAsked] = useState<Asked | null>(null)
  const secrets = data?.items
  const close = () => setAsked(null)
  const add = (
    <Button icon={Plus} onClick={() => setAsked({ what: 'new' })}>
      {t('secrets.add')}
    </Button>
  )
  return (
    <Card aria-labelledby={id} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-start gap-2">
        <div className="min-w-52 flex-1">
          <h2 id={id} className="text-md font-semibold">
            {t('secrets.title')}
          </h2>
          <p className="text-sm text-fg-2">{t('secrets.hint')}</p>
        </div>
        {secrets && secrets.length > 0 && add}
      </div>
      {secrets?.length === 0 && (
        <EmptyState icon={KeyRound} title={t('secrets.empty')} action={add}>
          {t('secrets.empty_hint')}
        </EmptyState>
      )}
      {secrets && secrets.length > 0 && (
        <ul aria-labelledby={id} className="divide-y divide-line border-y border-line">
          {secrets.map((secret) => (
            <Row key={secret.id} secret={secret} uses={usesOf?.(secret.name) ?? null} onAsk={(what) => setAsked({ what, secret })} />
          ))}
        </ul>
      )}
      {!data && error && <ErrorState title={t('secrets.failed')} error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <Loading label={t('loading')} className="grid gap-2">
          <Skeleton className="h-14" />
          <Skeleton className="h-14" />
        </Loading>
      )}
      {asked?.what === 'new' && <SecretDialog secret={null} onClose={close} />}
      {asked?.what === 'change' && <SecretDialog secret={asked.secret} onClose={close} />}
      {asked?.what === 'remove' && usesOf && <RemoveSecret secret={asked.secret} uses={usesOf(asked.secret.name)} onClose={close} />}
    </Card>
  )
}

const Row = ({ secret, uses, onAsk }: { secret: FlowSecret; uses: Uses | null; onAsk: (what: 'change' | 'remove') => void }) => {
  const { t } = useTexts('flows')
  const format = useFormat()
  const { name, hosts, lastUsedAt, updatedAt } = secret
  const facts = [
    hosts.length > 0 ? t('secrets.only', { hosts: hosts.join(', ') }) : t('secrets.anywhere'),
    lastUsedAt ? t('secrets.used', { when: format.moment(lastUsedAt) }) : t('secrets.unused'),
    t('secrets.changed', { when: format.moment(updatedAt) }),
  ]
  return (
    <li className="flex items-start gap-2 py-2.5">
      <div className="min-w-0 flex-1">
        <code className="block font-mono text-sm font-semibold wrap-anywhere">{name}</code>
        <p className="text-sm wrap-anywhere text-fg-2">{facts.join(' · ')}</p>
        {uses?.length === 0 && <p className="text-sm text-fg-3">{t('secrets.nowhere')}</p>}
        {uses && uses.length > 0 && (
          <div className="mt-1 flex flex-wrap gap-x-2 text-sm">
            <span className="text-fg-2">{t('secrets.used_by')}:</span>
            <SecretUses uses={uses} />
          </div>
        )}
      </div>
      <IconButton icon={RotateCw} label={t('secrets.replace_named', { name })} onClick={() => onAsk('change')} />
      <IconButton icon={Trash2} label={t('secrets.remove_named', { name })} disabled={uses === null} onClick={() => onAsk('remove')} />
    </li>
  )
}

import type { ApiKey } from '@chasqui/contracts'
import { RotateCw, Trash2 } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { serverNow } from '#lib/server-clock.ts'
import { useCan } from '#lib/session.ts'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Chip } from '#ui/chip.tsx'

/** A key: what it is called, what it may do, since when, until when and when it was last used. */
export const KeyCard = ({ of: key, onRotate, onRevoke }: { of: ApiKey; onRotate: () => void; onRevoke: () => void }) => {
  const { t } = useTexts('access')
  const format = useFormat()
  const mayManage = useCan('keys.manage')
  const over = key.expiresAt !== null && Date.parse(key.expiresAt) <= serverNow()
  const holder = key.heldBy.name ?? t('key.somebody')
  const facts = [
    t('key.made', { name: key.createdBy.name ?? t('key.somebody'), when: format.moment(key.createdAt) }),
    ...(key.heldBy.id === key.createdBy.id ? [] : [t('key.held', { name: holder })]),
    key.lastUsedAt ? t('key.used', { when: format.moment(key.lastUsedAt) }) : t('key.unused'),
    `${t('reach.label')}: ${t(`reach.${key.reach}`)}`,
    ...key.hides.map((field) => t(`hides.${field}`)),
    key.expiresAt ? t(over ? 'key.ended' : 'key.ends', { when: format.moment(key.expiresAt) }) : t('key.no_end'),
  ]
  return (
    <Card aria-label={key.name} className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="min-w-0 text-base font-semibold break-words">{key.name}</h2>
        <code className="text-sm text-fg-2">{key.prefix}…</code>
        {over && <Chip tone="danger">{t('key.over')}</Chip>}
        {key.state !== 'whole' && <Chip tone={key.state === 'stopped' ? 'danger' : 'warning'}>{t(`key.${key.state}`)}</Chip>}
        {key.oldSecretUntil && <Chip tone="warning">{t('key.old_until', { when: format.moment(key.oldSecretUntil) })}</Chip>}
        {mayManage && (
          <span className="flex gap-2 tablet:ml-auto">
            <Button size="sm" icon={RotateCw} onClick={onRotate}>
              {t('rotate.act')}
            </Button>
            <Button size="sm" icon={Trash2} onClick={onRevoke}>
              {t('revoke.act')}
            </Button>
          </span>
        )}
      </div>
      <p className="text-sm text-fg-2">{facts.join(' · ')}</p>
      {key.state !== 'whole' && (
        <p className="text-sm">
          {t(`key.${key.state}_why`, { name: holder })} {mayManage && t('key.take_over')}
        </p>
      )}
      <details className="text-sm">
        <summary className="cursor-pointer text-fg-2">{t('key.scopes', { count: key.scopes.length })}</summary>
        <ul className="mt-1 list-disc pl-5">
          {key.scopes.map((scope) => (
            <li key={scope}>
              {t(`permission.${scope}`)}
              {key.lostScopes.includes(scope) && <span className="text-fg-3"> ({t('key.lost')})</span>}
            </li>
          ))}
        </ul>
      </details>
    </Card>
  )
}

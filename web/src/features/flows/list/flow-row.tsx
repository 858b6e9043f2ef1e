import type { ListedFlow } from '@chasqui/contracts'
import { Link } from '@tanstack/react-router'
import { CircleAlert, Copy, Download, Ellipsis, Pencil, Trash2, TriangleAlert } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useTenant } from '#lib/session.ts'
import { Chip } from '#ui/chip.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Menu, MenuItem, MenuLine } from '#ui/menu.tsx'

type FlowRowProps = { flow: ListedFlow; users: readonly string[]; onRename: () => void; onDuplicate: () => void; onExport: () => void; onRemove: () => void }

const Problems = ({
  flow: {
    problems: { errors, warnings },
  },
}: {
  flow: ListedFlow
}) => {
  const { t } = useTexts('flows')
  if (errors > 0)
    return (
      <Chip tone="danger" icon={CircleAlert}>
        {t('list.errors', { count: errors })}
      </Chip>
    )
  if (warnings === 0) return null
  return (
    <Chip tone="warning" icon={TriangleAlert}>
      {t('list.warnings', { count: warnings })}
    </Chip>
  )
}

/** One flow: its state, where it answers, what is wrong with its draft, and what can be done with it as a whole. */
export const FlowRow = ({ flow, users, onRename, onDuplicate, onExport, onRemove }: FlowRowProps) => {
  const { t } = useTexts('flows')
  const { slug } = useTenant()
  const format = useFormat()
  const mayManage = useCan('flows.manage')
  const { id, name, published, updatedAt, steps } = flow
  return (
    <li className="flex items-center gap-1">
      <Link to="/a/$tenant/flows/$flowId" params={{ tenant: slug, flowId: id }} className="flex min-w-0 flex-1 items-center gap-3 px-1 py-3 hover:bg-surface-2">
        <span className="min-w-0 flex-1">
          <strong className="block truncate text-base font-semibold">{name}</strong>
          <span className="block truncate text-sm text-fg-2">{users.length > 0 ? t('list.used', { names: users.join(', ') }) : t('list.unused')}</span>
          <span className="block truncate text-sm text-fg-3">
            {t('list.steps', { count: steps })} · {t('list.changed', { when: format.moment(updatedAt) })}
          </span>
        </span>
        <span className="flex flex-col items-end gap-1 tablet:flex-row tablet:items-center tablet:gap-2">
          <Problems flow={flow} />
          {published ? <Chip tone="success">{t('state.published', { number: published.number })}</Chip> : <Chip>{t('state.draft')}</Chip>}
        </span>
      </Link>
      <Menu trigger={<IconButton icon={Ellipsis} label={t('list.acts', { name })} />} label={t('list.acts', { name })}>
        {mayManage && (
          <>
            <MenuItem icon={Pencil} onSelect={onRename}>
              {t('act.rename')}
            </MenuItem>
            <MenuItem icon={Copy} onSelect={onDuplicate}>
              {t('act.duplicate')}
            </MenuItem>
          </>
        )}
        <MenuItem icon={Download} onSelect={onExport}>
          {t('act.export')}
        </MenuItem>
        {mayManage && (
          <>
            <MenuLine />
            <MenuItem icon={Trash2} danger onSelect={onRemove}>
              {t('act.remove')}
            </MenuItem>
          </>
        )}
      </Menu>
    </li>
  )
}

import type { Flow } from '@chasqui/contracts'
import { Link } from '@tanstack/react-router'
import { CircleAlert, Copy, Download, Ellipsis, Pencil, Trash2, TriangleAlert } from 'lucide-react'
import { useFormat } from '#lib/format.ts'
import { useTexts } from '#lib/i18n/texts.ts'
import { useCan, useTenant } from '#lib/session.ts'
import { Chip } from '#ui/chip.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Menu, MenuItem, MenuLine } from '#ui/menu.tsx'
import { saveFlowFile } from './flow-file.ts'

type FlowRowProps = { flow: Flow; users: readonly string[]; onRename: () => void; onDuplicate: () => void; onRemove: () => void }

const Problems = ({ flow: { problems } }: { flow: Flow }) => {
  const { t } = useTexts('flows')
  const errors = problems.filter(({ severity }) => severity === 'error').length
  if (errors > 0)
    return (
      <Chip tone="danger" icon={CircleAlert}>
        {t('list.errors', { count: errors })}
      </Chip>
    )
  if (problems.length === 0) return null
  return (
    <Chip tone="warning" icon={TriangleAlert}>
      {t('list.warnings', { count: problems.length })}
    </Chip>
  )
}

/** One flow: its state, where it answers, what is wrong with its draft, and what can be done with it as a whole. */
export const FlowRow = ({ flow, users, onRename, onDuplicate, onRemove }: FlowRowProps) => {
  const { t } = useTexts('flows')
  const { slug } = useTenant()
  const format = useFormat()
  const mayManage = useCan('flows.manage')
  const { id, name, published, updatedAt, definition } = flow
  return (
    <li className="flex items-center gap-1">
      <Link to="/a/$tenant/flows/$flowId" params={{ tenant: slug, flowId: id }} className="flex min-w-0 flex-1 items-center gap-3 px-1 py-3 hover:bg-surface-2">
        <span className="min-w-0 flex-1">
          <strong className="block truncate text-base font-semibold">{name}</strong>
          <span className="block truncate text-sm text-fg-2">{users.length > 0 ? t('list.used', { names: users.join(', ') }) : t('list.unused')}</span>
          <span className="block truncate text-sm text-fg-3">
            {t('list.steps', { count: Object.keys(definition.nodes).length })} · {t('list.changed', { when: format.moment(updatedAt) })}
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
        <MenuItem icon={Download} onSelect={() => saveFlowFile(flow)}>
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

import { Command } from 'cmdk'
import { X } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { KeyHint } from '#ui/key-hint.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { FoundConversations } from './found-conversations.tsx'
import { paletteRow } from './palette-look.ts'
import { type PaletteCommand, useCommands } from './palette-commands.ts'
import { type PaletteScope, paletteScopes } from './palette-scopes.ts'

const group =
  '[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-semibold [&_[cmdk-group-heading]]:text-fg-3'
const plain = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
/** Words in any order, accents ignored; what the server found (`found …`) is never hidden here. */
const matches = (value: string, search: string, keywords: string[] = []) => {
  if (value.startsWith('found ')) return 1
  const inWhat = plain([value, ...keywords].join(' '))
  return plain(search)
    .split(/\s+/)
    .every((word) => inWhat.includes(word))
    ? 1
    : 0
}

const Row = ({ command, onRun }: { command: PaletteCommand; onRun: () => void }) => (
  <Command.Item value={command.id} keywords={[command.label, ...command.words]} onSelect={onRun} className={paletteRow}>
    <command.icon size={18} strokeWidth={1.75} className="shrink-0 text-fg-2" aria-hidden />
    <span className="flex-1 truncate">{command.label}</span>
    {command.keys && <KeyHint keys={command.keys} />}
  </Command.Item>
)

/** One field for people, conversations, pages and commands (Ctrl/⌘ K). Fetched soon after the start; `typedSoFar` is what was typed while it was on its way. */
export const CommandPalette = ({ typedSoFar, onClose }: { typedSoFar: () => string; onClose: () => void }) => {
  const { t } = useTexts('app')
  const [wanted, setWanted] = useState(typedSoFar)
  const [selected, setSelected] = useState('')
  const chosenByHand = useRef(false)
  const [scope, setScope] = useState<PaletteScope>('all')
  const groups = useCommands().filter(({ kind }) => scope === 'all' || scope === kind)
  const want = (words: string) => {
    chosenByHand.current = false
    setWanted(words)
  }
  /** What the server finds arrives above what was there first, so Enter takes it, unless somebody moved to something else meanwhile. */
  const onFound = (first: string) => !chosenByHand.current && setSelected(first)
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key.startsWith('Arrow') || key === 'Home' || key === 'End') chosenByHand.current = true
  }
  const run = (command: PaletteCommand) => () => {
    onClose()
    command.run()
  }
  return (
    <Command.Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      label={t('find.label')}
      filter={matches}
      value={selected}
      onValueChange={setSelected}
      onKeyDown={onKeyDown}
      onPointerMove={() => void (chosenByHand.current = true)}
      overlayClassName="fixed inset-0 z-40 animate-appear bg-scrim"
      contentClassName="fixed inset-x-0 top-0 z-40 mx-auto flex max-h-[100dvh] w-full max-w-xl animate-rise flex-col overflow-hidden bg-surface shadow-high tablet:top-[12dvh] tablet:max-h-[70dvh] tablet:rounded-panel tablet:border tablet:border-line"
      className="flex min-h-0 flex-col"
    >
      <div className="flex shrink-0 items-center border-b border-line pr-1">
        <Command.Input
          value={wanted}
          onValueChange={want}
          placeholder={t('find.placeholder')}
          className="h-13 min-w-0 flex-1 bg-transparent px-4 text-md text-ellipsis outline-none"
        />
        {/* On phones nothing of the page is left to press beside it. */}
        <IconButton icon={X} label={t('close', { ns: 'ui' })} onClick={onClose} className="tablet:hidden" />
      </div>
      {/* Keys that choose a scope are not for the list below. */}
      <div
        role="presentation"
        className="shrink-0 overflow-x-auto border-b border-line px-3 py-2"
        onKeyDown={(event) => event.key !== 'Escape' && event.stopPropagation()}
      >
        <Segmented label={t('find.scope')} value={scope} onChange={setScope} options={paletteScopes.map((value) => ({ value, label: t(`find.${value}`) }))} />
      </div>
      <Command.List className="min-h-0 overflow-y-auto p-2 pt-0">
        <Command.Empty className="px-2 py-6 text-center text-sm text-fg-2">{t('find.nothing')}</Command.Empty>
        {scope !== 'pages' && scope !== 'commands' && (
          <FoundConversations wanted={wanted.trim()} scope={scope} headingLook={group} onFound={onFound} onClose={onClose} />
        )}
        {groups.map(({ heading, commands }) => (
          <Command.Group key={heading} heading={heading} className={group}>
            {commands.map((command) => (
              <Row key={command.id} command={command} onRun={run(command)} />
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command.Dialog>
  )
}

import { type KeyboardEvent, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { writtenAs } from '#lib/shortcut-keys.ts'
import { keysOf, type Listed, remap, useShortcutPreferences } from '#lib/shortcuts.ts'
import { KeyHint } from '#ui/key-hint.tsx'

/** The keys of one shortcut; pressing them records others. Backspace restores the original, Delete leaves it without a key, Esc keeps it. */
export const ShortcutKeys = ({ binding }: { binding: Listed }) => {
  const { t } = useTexts('app')
  const [recording, setRecording] = useState(false)
  useShortcutPreferences()
  const keys = keysOf(binding)
  if (binding.native)
    return (
      <span className="shrink-0 px-1 text-xs text-fg-3">
        <span className="sr-only">{binding.keys.replaceAll('|', ' ')}</span>
        <KeyHint keys={binding.keys} />
      </span>
    )
  const record = (event: KeyboardEvent) => {
    if (!recording) return
    const written = writtenAs(event)
    if (!written) return
    event.preventDefault()
    event.stopPropagation()
    if (written !== 'Escape') remap(binding.id, written === 'Delete' ? null : written === 'Backspace' || written === binding.keys ? undefined : written)
    setRecording(false)
  }
  return (
    <button
      type="button"
      onClick={() => setRecording(true)}
      onKeyDown={record}
      onBlur={() => setRecording(false)}
      className="flex min-h-7 shrink-0 items-center rounded-chip px-1 text-xs text-fg-3 hover:bg-surface-2"
    >
      <span className="sr-only">{`${t('keys.change', { name: binding.label })} ${keys ?? ''}`}</span>
      {recording ? t('keys.record') : keys ? <KeyHint keys={keys} /> : t('keys.off')}
    </button>
  )
}

import { useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { switchSingleKeys, useShortcutList, useSingleKeysOn } from '#lib/shortcuts.ts'
import { Dialog } from '#ui/dialog.tsx'
import { Switch } from '#ui/switch.tsx'
import { TextField } from '#ui/text-field.tsx'
import { ShortcutKeys } from './shortcut-keys.tsx'

const plain = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Every key that works on the page below, with a search and the switch that turns single keys off. */
export const ShortcutHelp = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTexts('app')
  const [wanted, setWanted] = useState('')
  const on = useSingleKeysOn()
  const shown = useShortcutList().filter(({ label }) => plain(label).includes(plain(wanted)))
  const scopes = [...new Set(shown.map(({ scope }) => scope))]
  return (
    <Dialog open onClose={onClose} title={t('keys.title')} width="lg">
      <TextField label={t('keys.search')} type="search" value={wanted} onChange={(event) => setWanted(event.target.value)} />
      <div className="mt-4 max-h-[50dvh] overflow-y-auto">
        <div className="tablet:columns-2 tablet:gap-8">
          {scopes.map((scope) => (
            <section key={scope} className="mb-4 break-inside-avoid">
              <h3 className="mb-1 text-xs font-semibold text-fg-3">{t(`keys.scope.${scope}`)}</h3>
              <ul>
                {shown
                  .filter((binding) => binding.scope === scope)
                  .map((binding) => (
                    <li key={binding.id} className="flex min-h-8 items-center justify-between gap-3 border-b border-line text-sm last:border-0">
                      {binding.label}
                      <ShortcutKeys binding={binding} />
                    </li>
                  ))}
              </ul>
            </section>
          ))}
          {shown.length === 0 && <p className="text-sm text-fg-2">{t('keys.none')}</p>}
        </div>
      </div>
      <div className="mt-2 border-t border-line pt-2">
        <Switch label={t('keys.single')} hint={t('keys.single_hint')} checked={on} onChange={switchSingleKeys} />
      </div>
    </Dialog>
  )
}

import type { Task } from '@chasqui/contracts'
import type { RefObject } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { useShortcuts } from '#lib/shortcuts.ts'

type Keys = { page: RefObject<HTMLElement | null>; tasks: readonly Task[]; onAdd: (() => void) | null; onComplete: (task: Task) => void }

/** Going through the tasks, ticking them and adding one, by keys; Enter opens the one that has the focus. */
export const useTaskKeys = ({ page, tasks, onAdd, onComplete }: Keys): void => {
  const { t } = useTexts('tasks')
  const rows = () => [...(page.current?.querySelectorAll<HTMLElement>('[data-opens]') ?? [])]
  const go = (step: number) => {
    const all = rows()
    const at = all.findIndex((row) => row === document.activeElement)
    all[at < 0 ? 0 : Math.min(Math.max(at + step, 0), all.length - 1)]?.focus()
  }
  const complete = () => {
    const id = document.activeElement?.closest<HTMLElement>('[data-task]')?.dataset['task']
    const task = tasks.find((one) => one.id === id)
    if (!task) return
    // The next one has the focus when this one has gone.
    go(rows().at(-1) === document.activeElement ? -1 : 1)
    onComplete(task)
  }
  useShortcuts('tasks', {
    add: { keys: 'n', label: t('keys.add'), run: () => onAdd?.(), when: onAdd !== null },
    next: { keys: 'j|ArrowDown', label: t('keys.next'), run: () => go(1) },
    previous: { keys: 'k|ArrowUp', label: t('keys.previous'), run: () => go(-1) },
    complete: { keys: 'x', label: t('keys.complete'), run: complete },
  })
}

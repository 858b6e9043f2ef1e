import { useRef } from 'react'
import { useGoal } from '../builder/goal.ts'

/** What the keyboard may begin with in a form: where one writes or chooses, else what can be pressed. */
const writes = 'input:not([type=hidden]), textarea, select'
const presses = 'button, summary'

const firstOf = (form: HTMLFormElement | null, selector: string): HTMLElement | undefined =>
  [...(form?.querySelectorAll<HTMLElement>(selector) ?? [])].find((element) => !element.matches(':disabled') && element.checkVisibility())

/** For the form of a step: the focus goes to its first field when it is meant to. */
export const useFirstField = (id: string) => {
  const form = useRef<HTMLFormElement>(null)
  useGoal('form', id, () => {
    const field = firstOf(form.current, writes) ?? firstOf(form.current, presses)
    field?.focus()
    // Whoever goes on writing does so at the end.
    if (field instanceof HTMLTextAreaElement) field.setSelectionRange(field.value.length, field.value.length)
  })
  return form
}

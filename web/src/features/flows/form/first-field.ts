import { useRef } from 'react'
import { fingers } from '../builder/fingers.ts'
import { useGoal } from '../builder/goal.ts'
import { fieldAt } from './field-at.ts'

/** For the form of a step: the focus goes to its first field when it is meant to, or to the one that was asked for. */
export const useFirstField = (id: string) => {
  const form = useRef<HTMLFormElement>(null)
  useGoal('form', id, ({ field: path }) => {
    const field = form.current ? fieldAt(form.current, path) : undefined
    for (let folded = field?.closest('details'); folded; folded = folded.parentElement?.closest('details')) folded.open = true
    // Where one writes by fingers, a keyboard would cover what there is to see; the field comes into sight with its name.
    if (fingers.matches) return field?.parentElement?.scrollIntoView({ block: 'nearest' })
    field?.focus()
    // Whoever goes on writing does so at the end.
    if (field instanceof HTMLTextAreaElement) field.setSelectionRange(field.value.length, field.value.length)
  })
  return form
}

/** What the keyboard may begin with: where one writes or chooses, else what can be pressed. */
const writes = 'input:not([type=hidden]), textarea, select, [role=combobox]'
const presses = 'button, summary'

/** In a part that is folded in it can be written, too, once that is open. */
const canTake = (element: HTMLElement): boolean =>
  !element.matches(':disabled') && (element.checkVisibility() || element.closest('details:not([open])') !== null)

const firstOf = (within: Element, selector: string): HTMLElement | undefined =>
  [...within.querySelectorAll<HTMLElement>(selector)].find((element) => canTake(element))

/** What is marked so right within `scope`: rows hold fields and fields rows, each with their own count. */
const markedIn = (scope: Element, segment: string): Element | undefined => {
  const mark = /^\d+$/.test(segment) ? `[data-row="${segment}"]` : `[data-field="${CSS.escape(segment)}"]`
  return [...scope.querySelectorAll(mark)].find((element) => {
    const above = element.parentElement?.closest('[data-row], [data-field]')
    return above === scope || !above || !scope.contains(above)
  })
}

/** The part of a form that holds a value: `path` says where it stands in what the form is about (`options.2.label`), and leads as far as the form is marked. */
const partAt = (form: Element, path: string): Element => {
  let scope = form
  for (const segment of path.split('.')) {
    const next = markedIn(scope, segment)
    if (!next) break
    scope = next
  }
  return scope
}

/** Where the keyboard begins in a form: at the value that `path` names, else at its first field. */
export const fieldAt = (form: HTMLFormElement, path?: string): HTMLElement | undefined => {
  const part = path === undefined ? form : partAt(form, path)
  return firstOf(part, writes) ?? firstOf(part, presses) ?? (part === form ? undefined : fieldAt(form))
}

const isWritten = (at: Element): boolean => (at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement) && at.value !== ''

/**
 * Whether undo means the flow there: in the forms of its steps always, because what is written in them is the flow. What is written elsewhere (a comment, a
 * message of the test, what is looked for) is no part of it, and is taken back as the browser does it; so is what stands in a dialog over the builder.
 */
export const undoesFlow = (at: Element): boolean => {
  if (at.closest('[data-own-text]')) return false
  if (at.closest('[data-step-form]')) return true
  const over = at.closest('[role=dialog], [role=alertdialog], [role=menu]')
  return !isWritten(at) && (over === null || over.querySelector('[data-step-form]') !== null)
}

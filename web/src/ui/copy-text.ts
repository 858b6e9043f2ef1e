import { text } from '#lib/i18n/texts.ts'
import { say, sayProblem } from './toast.tsx'

/** Plain http pages have no clipboard interface; an invisible field does the work there. */
const copyByField = (value: string): boolean => {
  const field = document.createElement('textarea')
  field.value = value
  field.style.position = 'fixed'
  field.style.opacity = '0'
  document.body.append(field)
  field.select()
  const done = document.execCommand('copy')
  field.remove()
  return done
}

/** `said` in place of the usual word when there is more to say than that it was copied. */
export const copyText = async (value: string, said = text('ui:copied')) => {
  const done = navigator.clipboard
    ? await navigator.clipboard.writeText(value).then(
        () => true,
        () => copyByField(value),
      )
    : copyByField(value)
  if (done) say(said)
  else sayProblem(text('ui:copy_failed', { value }))
}

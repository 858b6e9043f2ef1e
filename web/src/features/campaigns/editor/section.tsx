import { type ReactNode, useId } from 'react'
import { Card } from '#ui/card.tsx'

/** One subject of the form, with its heading. */
export const Section = ({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) => {
  const id = useId()
  return (
    <Card aria-labelledby={id} className="flex flex-col gap-4">
      <div>
        <h2 id={id} className="text-md font-semibold">
          {title}
        </h2>
        {hint && <p className="text-sm text-fg-2">{hint}</p>}
      </div>
      {children}
    </Card>
  )
}

type Choice = { id: string; label: string; note?: string | null | undefined }

/** Any of a list, with a box before each. */
export const Choices = ({
  legend,
  choices,
  chosen,
  empty,
  error,
  disabled,
  onToggle,
  renderBeside,
}: {
  legend: string
  choices: readonly Choice[]
  chosen: (id: string) => boolean
  empty: string
  error?: string | null
  disabled: boolean
  onToggle: (id: string) => void
  /** What stands beside one that is chosen. */
  renderBeside?: (id: string) => ReactNode
}) => (
  <fieldset className="flex min-w-0 flex-col" disabled={disabled}>
    <legend className="mb-1 text-sm font-medium text-fg-2">{legend}</legend>
    {choices.length === 0 ? (
      <p className="text-sm text-fg-3">{empty}</p>
    ) : (
      <ul className="max-h-72 divide-y divide-line overflow-y-auto rounded-control border border-line px-3">
        {choices.map(({ id, label, note }) => (
          <li key={id} className="flex min-h-10 flex-wrap items-center gap-x-3 py-1 touch:min-h-11">
            <label className="flex min-w-0 flex-1 cursor-pointer items-center gap-2.5 text-base">
              <input type="checkbox" className="size-4 shrink-0 accent-primary" checked={chosen(id)} onChange={() => onToggle(id)} />
              <span className="min-w-0">
                <span className="block truncate">{label}</span>
                {note && <span className="block truncate text-xs text-fg-3">{note}</span>}
              </span>
            </label>
            {chosen(id) && renderBeside?.(id)}
          </li>
        ))}
      </ul>
    )}
    {error && (
      <p role="alert" className="mt-1 text-sm text-danger">
        {error}
      </p>
    )}
  </fieldset>
)

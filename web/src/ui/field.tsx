import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { classNames } from './class-names.ts'

/**
 * Label, control, hint and error of one form field, wired for screen readers. The control gets `{id, invalid, describedBy}`.
 * Most forms use TextField and SelectField, which are built on it.
 */
export type FieldWiring = { id: string; 'aria-invalid': true | undefined; 'aria-describedby': string | undefined }
export type FieldProps = { label: string; hint?: ReactNode; error?: string | null | undefined; optional?: string; className?: string }

export const Field = ({ label, hint, error, optional, className, children }: FieldProps & { children: (wiring: FieldWiring) => ReactNode }) => {
  const id = useId()
  const note = error || hint ? `${id}-note` : undefined
  return (
    <div className={classNames('flex flex-col gap-1', className)}>
      <label htmlFor={id} className="text-sm font-medium text-fg-2">
        {label}
        {optional && <span className="ml-1.5 font-normal text-fg-3">{optional}</span>}
      </label>
      {children({ id, 'aria-invalid': error ? true : undefined, 'aria-describedby': note })}
      {error ? (
        <p id={note} className="flex items-start gap-1.5 text-sm text-danger">
          <CircleAlert size={16} strokeWidth={1.75} className="mt-px shrink-0" aria-hidden />
          {error}
        </p>
      ) : (
        hint && (
          <p id={note} className="text-xs text-fg-3">
            {hint}
          </p>
        )
      )}
    </div>
  )
}

/** The frame shared by everything one can type or choose in. 16 px where fingers work, or phones zoom in on focus. */
export const inputLook =
  'w-full rounded-control border border-line-strong bg-surface px-3 text-base text-fg touch:text-md aria-invalid:border-danger disabled:opacity-60'

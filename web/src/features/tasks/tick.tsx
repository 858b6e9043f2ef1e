import { Check } from 'lucide-react'
import { classNames } from '#ui/class-names.ts'

/** A round box that completes a task, or opens it again. */
export const Tick = ({ label, checked, disabled, onChange }: { label: string; checked: boolean; disabled: boolean; onChange: () => void }) => (
  <button
    type="button"
    role="checkbox"
    aria-checked={checked}
    aria-label={label}
    disabled={disabled}
    onClick={onChange}
    className="group/tick -m-1.5 grid size-8 shrink-0 place-items-center rounded-full disabled:opacity-55 touch:-mx-2.5 touch:mt-0 touch:-mb-2.5 touch:size-11"
  >
    <span
      className={classNames(
        'grid size-5 place-items-center rounded-full border-2 transition-colors',
        checked ? 'border-success bg-success text-on-success' : 'border-line-strong text-transparent group-enabled/tick:group-hover/tick:text-fg-3',
      )}
    >
      <Check size={13} strokeWidth={3} aria-hidden />
    </span>
  </button>
)

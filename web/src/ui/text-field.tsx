import { Eye, EyeOff } from 'lucide-react'
import { type ComponentProps, useState } from 'react'
import { useTexts } from '#lib/i18n/texts.ts'
import { classNames } from './class-names.ts'
import { Field, type FieldProps, inputLook } from './field.tsx'

/** One line of text with its label. Takes every attribute of `input`; paste and password managers are always allowed. */
export type TextFieldProps = FieldProps & Omit<ComponentProps<'input'>, 'className' | 'id'>

export const TextField = ({ label, hint, error, optional, className, ...input }: TextFieldProps) => (
  <Field {...{ label, hint, error, ...(optional && { optional }), ...(className && { className }) }}>
    {(wiring) => <input className={classNames(inputLook, 'control')} {...input} {...wiring} />}
  </Field>
)

/** A password that can be looked at. */
export const PasswordField = ({ label, hint, error, className, ...input }: TextFieldProps) => {
  const { t } = useTexts('ui')
  const [shown, setShown] = useState(false)
  const Icon = shown ? EyeOff : Eye
  return (
    <Field {...{ label, hint, error, ...(className && { className }) }}>
      {(wiring) => (
        <div className="relative">
          <input className={classNames(inputLook, 'control pr-11')} {...input} {...wiring} type={shown ? 'text' : 'password'} />
          <button
            type="button"
            className="absolute inset-y-0 right-0 grid w-10 place-items-center rounded-control text-fg-3 hover:text-fg touch:w-11"
            aria-label={t(shown ? 'password.hide' : 'password.show')}
            onClick={() => setShown(!shown)}
          >
            <Icon size={18} strokeWidth={1.75} aria-hidden />
          </button>
        </div>
      )}
    </Field>
  )
}

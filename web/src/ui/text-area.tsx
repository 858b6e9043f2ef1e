import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'
import { Field, type FieldProps, inputLook } from './field.tsx'

/** Several lines of text with their label. Takes every attribute of `textarea`. */
type TextAreaProps = FieldProps & Omit<ComponentProps<'textarea'>, 'className' | 'id'>

export const TextArea = ({ label, hint, error, optional, className, ...input }: TextAreaProps) => (
  <Field {...{ label, hint, error, ...(optional && { optional }), ...(className && { className }) }}>
    {(wiring) => <textarea rows={3} className={classNames(inputLook, 'resize-y py-2')} {...input} {...wiring} />}
  </Field>
)

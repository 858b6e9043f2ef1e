import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

/** A bordered surface; cards never cast a shadow. */
export const Card = ({ className, ...rest }: ComponentProps<'section'>) => (
  <section className={classNames('rounded-card border border-line bg-surface px-5 py-4', className)} {...rest} />
)

import type { LucideProps } from 'lucide-react'
import { createElement } from 'react'
import { iconOf } from './step-icons.ts'

/** The icon that a type of steps or triggers names. */
export const TypeIcon = ({ name, ...props }: LucideProps & { name: string }) => createElement(iconOf(name), props)

import type { SignInKind } from '@chasqui/contracts'
import { LogIn } from 'lucide-react'
import { Button, type ButtonLook } from '#ui/button.tsx'
import { Refusal } from '../data/refusal.tsx'
import { useBeginning } from './use-beginning.ts'

/** Goes to Facebook; what is in the way of that is told below. */
export const BeginButton = ({ kind, label, look = 'solid' }: { kind: SignInKind; label: string; look?: ButtonLook }) => {
  const { busy, problem, begin } = useBeginning(kind)
  return (
    <>
      <Button look={look} icon={LogIn} busy={busy} className="max-tablet:w-full tablet:self-start" onClick={begin}>
        {label}
      </Button>
      <Refusal problem={problem} />
    </>
  )
}

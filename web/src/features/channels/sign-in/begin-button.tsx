import type { SignInKind } from '@chasqui/contracts'
import { LogIn } from 'lucide-react'
import { Banner } from '#ui/banner.tsx'
import { Button, type ButtonLook } from '#ui/button.tsx'
import { problemWords } from '../data/problem-words.ts'
import { useBeginning } from './use-beginning.ts'

/** Goes to Facebook; what is in the way of that is told below. */
export const BeginButton = ({ kind, label, look = 'solid' }: { kind: SignInKind; label: string; look?: ButtonLook }) => {
  const { busy, problem, begin } = useBeginning(kind)
  return (
    <>
      <Button look={look} icon={LogIn} busy={busy} className="max-tablet:w-full tablet:self-start" onClick={begin}>
        {label}
      </Button>
      {problem && (
        <Banner tone="danger" className="rounded-control px-3">
          {problemWords(problem)}
        </Banner>
      )}
    </>
  )
}

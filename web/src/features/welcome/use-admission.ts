import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { isProblem } from '#lib/api-problem.ts'
import { settleLanguage } from '#lib/i18n/texts.ts'
import { restoreSession, type SignedIn, signInByLink } from '#lib/session.ts'

export type Admission = { status: 'knocking' } | { status: 'in'; byLink: boolean } | { status: 'refused'; problem: unknown; retry: () => void }

/** A key that was used already still lets in whoever is signed in in this browser: most often the same person, reopening the link. */
const letIn = async (key: string): Promise<SignedIn> => {
  try {
    return await signInByLink(key)
  } catch (problem) {
    const known = isProblem(problem, 'auth.link_invalid') ? await restoreSession().catch(() => null) : null
    if (!known) throw problem
    return known
  }
}

/**
 * Spends the key and takes it out of the address, so that neither history nor a shared screen keeps it.
 * Until the form is answered the browser's language counts, not that of the sample business.
 */
export const useAdmission = (key: string | undefined): Admission => {
  const router = useRouter()
  const [byLink] = useState(key !== undefined)
  const [attempt, setAttempt] = useState(0)
  const [admission, setAdmission] = useState<Admission>(key ? { status: 'knocking' } : { status: 'in', byLink: false })
  useEffect(() => {
    if (!key) return
    const enter = async () => {
      const { user, tenant } = await letIn(key)
      await settleLanguage(user.language, null, tenant?.country ?? null)
      setAdmission({ status: 'in', byLink })
      await router.navigate({ to: '/welcome', search: {}, replace: true })
    }
    enter().catch((problem: unknown) =>
      setAdmission({ status: 'refused', problem, retry: () => (setAdmission({ status: 'knocking' }), setAttempt(attempt + 1)) }),
    )
  }, [key, attempt])
  return admission
}

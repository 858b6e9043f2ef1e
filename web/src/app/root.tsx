import { Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { Toaster } from '#ui/toast.tsx'
import { ActingAs } from './acting-as.tsx'
import { Waiting } from './shell/waiting.tsx'

export const Root = () => (
  <>
    <Suspense fallback={<Waiting />}>
      <ActingAs>
        <Outlet />
      </ActingAs>
    </Suspense>
    <Toaster />
  </>
)

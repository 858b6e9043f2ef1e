import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startTexts } from '#lib/i18n/texts.ts'
import { queryClient } from '#lib/query-client.ts'
import { startShortcuts } from '#lib/shortcuts.ts'
import { startTheme } from '#lib/theme.ts'
import { TooltipProvider } from '#ui/tooltip.tsx'
import './theme.css'
import { fetchAhead } from './fetch-ahead.ts'
import { watchVersion } from './new-version.ts'
import { router } from './router.ts'

startTheme()
startShortcuts()
watchVersion()
fetchAhead()
await startTexts()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <TooltipProvider>
        <RouterProvider router={router} />
      </TooltipProvider>
    </QueryClientProvider>
  </StrictMode>,
)

import { QueryClientProvider } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { RouterProvider } from 'react-router'
import { ToastRegion } from '../design/toast.tsx'
import { DeskGate } from './desk-gate.tsx'
import { LanguageAndTheme } from './language.tsx'
import { createRouter } from './routes.tsx'

const router = createRouter()

/** The window: language and theme around the gate that shows the desk once its store is open. */
export function App({ client }: { readonly client: QueryClient }) {
  return (
    <QueryClientProvider client={client}>
      <LanguageAndTheme>
        <DeskGate>
          <RouterProvider router={router} />
        </DeskGate>
        <ToastRegion />
      </LanguageAndTheme>
    </QueryClientProvider>
  )
}

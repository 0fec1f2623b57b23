import { QueryClientProvider } from '@tanstack/react-query'
import type { QueryClient } from '@tanstack/react-query'
import { ToastRegion } from '../design/toast.tsx'
import { DeskGate } from './desk-gate.tsx'
import { LanguageAndTheme } from './language.tsx'
import { Places } from './routes.tsx'

/** The window: language and theme around the gate that shows the desk once its store is open. */
export function App({ client }: { readonly client: QueryClient }) {
  return (
    <QueryClientProvider client={client}>
      <LanguageAndTheme>
        <DeskGate>
          <Places />
        </DeskGate>
        <ToastRegion />
      </LanguageAndTheme>
    </QueryClientProvider>
  )
}

import { HashRouter, Navigate, Route, Routes } from 'react-router'
import { ComposePage } from '../features/compose/compose-page.tsx'
import { FormsPage } from '../features/forms/forms-page.tsx'
import { MessagesPage } from '../features/messages/messages-page.tsx'
import { PeoplePage } from '../features/people/people-page.tsx'
import { PrintFormsPage } from '../features/print-forms/print-forms-page.tsx'
import { SchedulePage } from '../features/schedule/schedule-page.tsx'
import { SettingsPage } from '../features/settings/settings-page.tsx'
import { SetUpOfficePage } from '../features/setup/set-up-office-page.tsx'
import { TodayPage } from '../features/today/today-page.tsx'
import { PageGuard } from './page-trouble.tsx'
import { Shell } from './shell.tsx'

/** The places of the window. Addresses are hashes: the bundle is one file for every page. */
export function Places() {
  return (
    <HashRouter>
      <PageGuard>
        <Routes>
          <Route element={<Shell />}>
            <Route path="/" element={<TodayPage />} />
            <Route path="/forms/print" element={<PrintFormsPage />} />
            <Route path="/forms/*" element={<FormsPage />} />
            <Route path="/people/:personId?" element={<PeoplePage />} />
            <Route path="/messages/*" element={<MessagesPage />} />
            <Route path="/compose" element={<ComposePage />} />
            <Route path="/schedule/*" element={<SchedulePage />} />
            <Route path="/settings" element={<SettingsPage />} />
            <Route path="/setup" element={<SetUpOfficePage />} />
            <Route path="*" element={<Navigate to="/" replace />} />
          </Route>
        </Routes>
      </PageGuard>
    </HashRouter>
  )
}

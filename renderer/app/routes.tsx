import { createHashRouter, Navigate } from 'react-router'
import { ComposePage } from '../features/compose/compose-page.tsx'
import { FormsPage } from '../features/forms/forms-page.tsx'
import { MessagesPage } from '../features/messages/messages-page.tsx'
import { PeoplePage } from '../features/people/people-page.tsx'
import { SchedulePage } from '../features/schedule/schedule-page.tsx'
import { SettingsPage } from '../features/settings/settings-page.tsx'
import { SetUpOfficePage } from '../features/setup/set-up-office-page.tsx'
import { TodayPage } from '../features/today/today-page.tsx'
import { PageTrouble } from './page-trouble.tsx'
import { Shell } from './shell.tsx'

/** Makes the router of the window. Addresses are hashes: the bundle is one file for every page. */
export function createRouter() {
  return createHashRouter([
    {
      element: <Shell />,
      errorElement: <PageTrouble />,
      children: [
        { path: '/', element: <TodayPage /> },
        { path: '/forms/*', element: <FormsPage /> },
        { path: '/people/:personId?', element: <PeoplePage /> },
        { path: '/messages/*', element: <MessagesPage /> },
        { path: '/compose', element: <ComposePage /> },
        { path: '/schedule/*', element: <SchedulePage /> },
        { path: '/settings', element: <SettingsPage /> },
        { path: '/setup', element: <SetUpOfficePage /> },
        { path: '*', element: <Navigate to="/" replace /> },
      ],
    },
  ])
}

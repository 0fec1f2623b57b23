/** Where everything is. Pages link by these names, never by writing an address themselves. */
export const paths = {
  today: '/',
  forms: '/forms',
  form: (id: string) => `/forms/${encodeURIComponent(id)}`,
  people: '/people',
  person: (id: string) => `/people/${encodeURIComponent(id)}`,
  messages: '/messages',
  thread: (e164: string) => `/messages/${encodeURIComponent(e164)}`,
  compose: '/compose',
  composeToPerson: (personId: string) => `/compose?person=${encodeURIComponent(personId)}`,
  composeToDay: (isoDay: string) => `/compose?day=${isoDay}`,
  schedule: '/schedule',
  day: (isoDay: string) => `/schedule/${isoDay}`,
  broadcast: (id: string) => `/schedule/broadcasts/${encodeURIComponent(id)}`,
  settings: '/settings',
  setup: '/setup',
} as const

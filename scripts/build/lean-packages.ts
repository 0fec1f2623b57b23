import type { Plugin } from 'vite'

/** React Aria brings its own few words in some thirty languages; the window speaks two. */
const WORDS_OF_OTHERS =
  /\/react-(aria|stately|aria-components)\/dist\/private\/intl\/(?:[\w-]+\/)?(?!en-US|es-ES)[a-z]{2}-[A-Z]{2}\.mjs$/

/** The numbering plans of the whole world; shared/domain/phone.ts never reads a number outside +1. */
const PHONE_PLANS = /\/libphonenumber-js\/metadata\.max\.json\.js$/

interface PhonePlans {
  readonly country_calling_codes: Readonly<Record<string, readonly string[]>>
  readonly countries: Readonly<Record<string, unknown>>
}

/** Leaves out of the bundles what their packages bring along and Optdesk can never reach. */
export function leanPackages(): Plugin[] {
  return [
    {
      name: 'optdesk:words-of-others',
      load: { filter: { id: WORDS_OF_OTHERS }, handler: () => 'export default {}' },
    },
    {
      name: 'optdesk:phone-plans-of-others',
      transform: { filter: { id: PHONE_PLANS }, handler: plansOfNorthAmerica },
    },
  ]
}

function plansOfNorthAmerica(code: string) {
  const plans = JSON.parse(code.slice(code.indexOf('{'))) as PhonePlans
  const names = plans.country_calling_codes['1'] ?? []
  const countries = Object.fromEntries(names.map((name) => [name, plans.countries[name]]))
  const ours = { ...plans, country_calling_codes: { 1: names }, countries, nonGeographic: {} }
  return { code: `export default ${JSON.stringify(ours)}`, map: null }
}

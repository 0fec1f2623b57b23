import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Disclosure as AriaDisclosure, DisclosurePanel } from 'react-aria-components'
import './disclosure.css'

/** More about something, behind its name. What is inside is only drawn, and only asked for, once it is open. */
export function Disclosure(props: { readonly title: ReactNode; readonly children: ReactNode }) {
  return (
    <AriaDisclosure className="od-disclosure">
      {({ isExpanded }) => (
        <>
          <Button slot="trigger" className="od-disclosure-button">
            <ChevronRight size={16} aria-hidden />
            {props.title}
          </Button>
          <DisclosurePanel>{isExpanded && <div className="od-disclosure-body">{props.children}</div>}</DisclosurePanel>
        </>
      )}
    </AriaDisclosure>
  )
}

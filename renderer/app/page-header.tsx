import { Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { KeyHint } from '../design/key-hint.tsx'
import { useText } from '../i18n/use-text.ts'
import { useWindowState } from './window-state.tsx'
import './shell.css'

/** A page: its title, what belongs to it, the search over everything, and its content below. */
export function Page(props: {
  readonly title: string
  readonly meta?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <div className="od-page">
      <header className="od-page-head">
        <h1>{props.title}</h1>
        {props.meta !== undefined && <span className="od-meta od-clip">{props.meta}</span>}
        <span className="od-page-head-space" />
        {props.actions}
        <SearchEverything />
      </header>
      <div className="od-page-body">{props.children}</div>
    </div>
  )
}

function SearchEverything() {
  const text = useText()
  const { open } = useWindowState()
  return (
    <Button className="od-find" onPress={() => open('palette')}>
      <Search size={16} aria-hidden />
      <span>{text('command.search')}</span>
      <KeyHint keys="Mod+K" />
    </Button>
  )
}

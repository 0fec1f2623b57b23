import { Component } from 'react'
import type { ReactNode } from 'react'
import { Button } from '../design/button.tsx'
import { useText } from '../i18n/use-text.ts'
import '../design/parts.css'

/** Stands round the pages: when the drawing of one breaks, it says so in its place. React asks for a class here. */
export class PageGuard extends Component<{ readonly children: ReactNode }, { readonly isBroken: boolean }> {
  override readonly state = { isBroken: false }

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true }
  }

  override componentDidCatch(error: unknown): void {
    console.error(error)
  }

  override render(): ReactNode {
    return this.state.isBroken ? <PageTrouble /> : this.props.children
  }
}

/** What a broken page means for the work, and the way on. */
function PageTrouble() {
  const text = useText()
  return (
    <main className="od-empty">
      <h1>{text('shell.trouble.title')}</h1>
      <p>{text('shell.trouble.text')}</p>
      <Button kind="primary" onPress={() => window.location.reload()}>
        {text('shell.trouble.reload')}
      </Button>
    </main>
  )
}

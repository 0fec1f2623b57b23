import { useRouteError } from 'react-router'
import { Button } from '../design/button.tsx'
import { useText } from '../i18n/use-text.ts'
import '../design/parts.css'

/** What is shown when the drawing of a page broke: what it means for the work, and the way on. */
export function PageTrouble() {
  const text = useText()
  const error = useRouteError()
  console.error(error)
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

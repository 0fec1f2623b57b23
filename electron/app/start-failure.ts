import { app, dialog } from 'electron'

const TEXT = {
  en: 'Optdesk could not start. Nothing was changed. Start it again; if it happens again, show this to who helps you:',
  es: 'Optdesk no pudo iniciarse. No se cambió nada. Ábralo de nuevo; si vuelve a pasar, muestre esto a quien le ayuda:',
} as const

/** Says that the program itself is at fault, and ends it: without a core the window could do nothing. */
export function endAfterStartFailure(thrown: unknown): void {
  const name = thrown instanceof Error ? `${thrown.name} ${firstFrame(thrown)}` : typeof thrown
  console.error(`Optdesk could not start: ${name}`)
  dialog.showErrorBox('Optdesk', `${app.getLocale().startsWith('es') ? TEXT.es : TEXT.en}\n\n${name}`)
  app.exit(1)
}

function firstFrame(error: Error): string {
  return (
    (error.stack ?? '')
      .split('\n')
      .find((line) => line.trim().startsWith('at '))
      ?.trim() ?? ''
  )
}

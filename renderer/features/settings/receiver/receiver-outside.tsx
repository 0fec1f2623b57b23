import { Disclosure } from '../../../design/disclosure.tsx'
import { useText } from '../../../i18n/use-text.ts'

const MUST = ['pass', 'unchanged', 'answer'] as const

/** What a tunnel or a reverse proxy must do, and what to enter at the provider. `url` is where it passes webhooks on to. */
export function ReceiverOutside({ url }: { readonly url: string }) {
  const text = useText()
  return (
    <Disclosure title={text('receiver.outside')}>
      <p>{text('receiver.outside.text')}</p>
      <ul className="od-receiver-musts">
        {MUST.map((what) => (
          <li key={what}>{text(`receiver.outside.${what}`, { url })}</li>
        ))}
      </ul>
      <p>{text('receiver.outside.where')}</p>
    </Disclosure>
  )
}

import { useRead } from '../../api/queries.ts'
import { Notice } from '../../design/notice.tsx'
import { SectionHeading } from '../../design/section-heading.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'
import { CarrierBook } from './carrier-book.tsx'
import { CarrierPace, CarrierSwitches } from './carrier-settings.tsx'
import { PhoneReply } from './phone-reply.tsx'
import './practice-carrier.css'

/** The practice carrier: break its network, slow it down, and be the people at the other end. Nobody real is reached. */
export function CarrierPanel() {
  const text = useText()
  const errorText = useErrorText()
  const carrier = useRead('carrier.get', {})
  if (carrier.error) return <Notice tone="brick">{errorText(carrier.error)}</Notice>
  if (!carrier.value) return <Skeleton />
  const { settings, book, acceptedCount } = carrier.value
  return (
    <div className="od-carrier">
      <p className="od-carrier-intro">{text('carrier.intro')}</p>
      <section>
        <SectionHeading>{text('carrier.network')}</SectionHeading>
        <CarrierSwitches settings={settings} />
      </section>
      <section>
        <SectionHeading>{text('carrier.phones')}</SectionHeading>
        <PhoneReply book={book} />
      </section>
      <section>
        <SectionHeading>{text('carrier.pace')}</SectionHeading>
        <CarrierPace settings={settings} />
      </section>
      <section>
        <SectionHeading meta={text('carrier.book.count', { count: acceptedCount })}>
          {text('carrier.book')}
        </SectionHeading>
        <CarrierBook book={book} />
      </section>
    </div>
  )
}

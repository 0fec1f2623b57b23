import { Fragment } from 'react'
import type { ReactNode } from 'react'
import './parts.css'

/** Facts as term and value, one a line. */
export function DefinitionRows(props: { readonly rows: readonly (readonly [term: string, value: ReactNode])[] }) {
  return (
    <dl className="od-rows">
      {props.rows.map(([term, value]) => (
        <Fragment key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  )
}

import { useMemo, useState } from 'react'
import { hull } from '../../../shared/domain/rect-mm.ts'
import type { FocusEvent } from 'react'
import type { CombName, RectMm } from '../../../shared/domain/opt-in-form-layout.ts'
import type { ReadSheet } from './taken-reading.ts'

type PlaceName = CombName | keyof ReadSheet['places']['boxes'] | 'signature'

/** Which place of the page the person is at: that of the field which has the focus. */
export function usePlaceInSight(sheet: ReadSheet | undefined): {
  readonly place: RectMm | undefined
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void
} {
  const [name, setName] = useState<string>()
  const place = useMemo(
    () => (sheet && name !== undefined ? placeOf(sheet, name as PlaceName) : undefined),
    [sheet, name],
  )
  const onFocus = (event: FocusEvent<HTMLElement>) => {
    const found = event.target.closest<HTMLElement>('[data-place]')?.dataset['place']
    if (found !== undefined) setName(found)
  }
  return { place, onFocus }
}

function placeOf({ places }: ReadSheet, name: PlaceName): RectMm | undefined {
  if (name === 'signature') return places.signature
  if (name === 'care' || name === 'marketing' || name === 'group') return places.boxes[name]
  return hull(places.combs[name]?.cells ?? [])
}

import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useWrite } from '../../api/queries.ts'
import { paths } from '../../app/paths.ts'
import type { GivenFile } from '../../design/file-button.tsx'
import { showToast } from '../../design/toast.tsx'
import type { ErrorFacts } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'

/** A file that was not taken, and why. */
export interface RefusedFile {
  readonly name: string
  readonly error: ErrorFacts
}

/** As many files as the core takes at once. */
const MOST_AT_ONCE = 50

/** Brings in files of sheets: good ones join the pile, each bad one is named with its cause until it is put away. */
export function useAddForms() {
  const text = useText()
  const navigate = useNavigate()
  const add = useWrite('forms.add')
  const [refused, setRefused] = useState<readonly RefusedFile[]>([])
  const [waiting, setWaiting] = useState(0)
  const addFiles = async (files: readonly GivenFile[]) => {
    setRefused([])
    setWaiting((before) => before + files.length)
    const added: OutputOf<'forms.add'>['added'] = []
    for (let from = 0; from < files.length; from += MOST_AT_ONCE) {
      const batch = files.slice(from, from + MOST_AT_ONCE)
      const answer = await add.run({ files: [...batch] })
      if (answer.ok) {
        added.push(...answer.value.added)
        setRefused((before) => [...before, ...answer.value.refused])
      } else {
        const { error } = answer
        setRefused((before) => [...before, ...batch.map(({ name }) => ({ name, error }))])
      }
      setWaiting((before) => before - batch.length)
    }
    const [first] = added
    if (!first) return
    showToast({
      text: text('forms.added', { count: added.length }),
      action: { text: text('forms.check_now'), perform: () => void navigate(paths.form(first.id)) },
    })
  }
  return { addFiles, waiting, refused, putAway: () => setRefused([]) }
}

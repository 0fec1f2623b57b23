import { useState } from 'react'
import type { FormEvent } from 'react'
import { useWrite } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { TextField } from '../../design/text-field.tsx'
import { showToast } from '../../design/toast.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'
import { bucketDraft, bucketInput } from './bucket-draft.ts'
import type { Bucket, BucketDraft } from './bucket-draft.ts'
import { FormFoot } from './form-foot.tsx'

const FIELDS = ['endpoint', 'region', 'bucket', 'accessKeyId', 'secretAccessKey', 'publicEndpoint'] as const

/** The office's own bucket: where it is, its keys, and a try that puts, fetches and deletes a small object. */
export function BucketForm({ saved }: { readonly saved: Bucket | null }) {
  const text = useText()
  const save = useWrite('bucket.save')
  const [draft, setDraft] = useState(() => bucketDraft(saved))
  const input = bucketInput(draft, saved)
  const isChanged = JSON.stringify(draft) !== JSON.stringify(bucketDraft(saved))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!input || !isChanged) return
    const written = await save.run(input)
    if (written.ok) showToast({ text: text('settings.saved') })
  }
  return (
    <form className="od-form" noValidate onSubmit={(event) => void submit(event)}>
      {FIELDS.map((name) => (
        <BucketField
          key={name}
          name={name}
          value={draft[name]}
          isKept={name === 'secretAccessKey' && saved?.accessKeyId === draft.accessKeyId.trim()}
          onChange={(value) => setDraft((before) => ({ ...before, [name]: value }))}
        />
      ))}
      <FormFoot
        save={save}
        isChanged={isChanged}
        canSave={input !== undefined}
        onTakeBack={() => setDraft(bucketDraft(saved))}
      />
      {saved && !isChanged && <BucketActions />}
    </form>
  )
}

function BucketField(props: {
  readonly name: keyof BucketDraft
  readonly value: string
  /** The one that is there stays where nothing is typed. */
  readonly isKept: boolean
  readonly onChange: (value: string) => void
}) {
  const text = useText()
  const { name, value, isKept, onChange } = props
  const hint = isKept ? 'kept' : 'hint'
  return (
    <TextField
      label={text(`settings.bucket.${name}`)}
      hint={text(`settings.bucket.${name}.${hint}`)}
      value={value}
      onChange={onChange}
      maxLength={300}
      {...(name === 'secretAccessKey' && { type: 'password' })}
    />
  )
}

function BucketActions() {
  const text = useText()
  const errorText = useErrorText()
  const tried = useWrite('bucket.test')
  const remove = useWrite('bucket.remove')
  const [isWorking, setWorking] = useState(false)
  const tryOut = async () => {
    setWorking(false)
    setWorking((await tried.run({})).ok)
  }
  return (
    <>
      {tried.error && (
        <Notice tone="brick" isAnswer>
          {errorText(tried.error)}
        </Notice>
      )}
      {isWorking && <Notice isAnswer>{text('settings.bucket.works')}</Notice>}
      <div className="od-form-actions">
        <Button isPending={tried.isRunning} onPress={() => void tryOut()}>
          {text('settings.bucket.test')}
        </Button>
        <Button kind="plain" isPending={remove.isRunning} onPress={() => void remove.run({})}>
          {text('settings.bucket.remove')}
        </Button>
      </div>
    </>
  )
}

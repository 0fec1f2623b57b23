/** The mark of Optdesk: a slip of paper with a tick on it, speaking. */
export function Mark({ size = 22 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden>
      <path
        d="M6 2.5h12A2.5 2.5 0 0 1 20.5 5v11A2.5 2.5 0 0 1 18 18.5h-5.5L7.5 22v-3.5H6A2.5 2.5 0 0 1 3.5 16V5A2.5 2.5 0 0 1 6 2.5Z"
        fill="currentColor"
      />
      <path
        d="m8 10.6 2.8 2.9L16.2 7.5"
        stroke="var(--paper)"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}

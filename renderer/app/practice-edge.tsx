/** The striped edge round the whole window that says: this is practice. The word for it stands in the foot bar. */
export function PracticeEdge() {
  return <div className="od-practice-edge" aria-hidden data-testid="practice-edge" />
}

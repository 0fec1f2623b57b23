/** One sheet of a pile: its lines of text from top to bottom. */
export type SheetLines = readonly string[]

const LETTER = '[0 0 612 792]'
const FIRST_OBJECT_OF_PAGES = 4

/**
 * Draws sheets of typed text as a PDF, one sheet a page: the paper that the made-up people of the practice desk have
 * signed, so that their consent has a proof to look at like everybody's. Source: ISO 32000-1, 7.5 (file structure).
 */
export function drawPile(sheets: readonly SheetLines[]): Uint8Array {
  const pageIds = sheets.map((_, page) => FIRST_OBJECT_OF_PAGES + page * 2)
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] /Count ${sheets.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...sheets.flatMap((lines, page) => drawSheet(lines, FIRST_OBJECT_OF_PAGES + page * 2 + 1)),
  ]
  return layOut(objects)
}

function drawSheet(lines: SheetLines, contentId: number): readonly [page: string, content: string] {
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox ${LETTER} /Resources << /Font << /F1 3 0 R >> >> /Contents ${contentId} 0 R >>`
  const [heading = '', ...rest] = lines
  const words = rest.map((line) => `T* (${escapeText(line)}) Tj`).join('\n')
  const stream = `BT /F1 20 Tf 72 700 Td (${escapeText(heading)}) Tj /F1 12 Tf 26 TL 0 -14 Td\n${words}\nET`
  return [page, `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`]
}

/** Numbers the objects and notes for each at which byte it begins; the text is Latin-1, so that bytes are characters. */
function layOut(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.4\n'
  const offsets: number[] = []
  for (const [place, object] of objects.entries()) {
    offsets.push(file.length)
    file += `${place + 1} 0 obj\n${object}\nendobj\n`
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  const trailer = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\n`
  return Buffer.from(`${file}${trailer}startxref\n${file.length}\n%%EOF\n`, 'latin1')
}

/** The standard font knows Western letters alone; others lose their accent or become a question mark. */
function escapeText(text: string): string {
  const western = Array.from(text.normalize('NFC').replace(/’/g, "'"), (letter) => {
    if (letter <= 'ÿ') return letter
    const plain = letter === 'ı' ? 'i' : letter.normalize('NFD').charAt(0)
    return plain <= 'ÿ' ? plain : '?'
  })
  return western.join('').replace(/[\\()]/g, '\\$&')
}

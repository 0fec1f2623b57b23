const AREA_CODES = [206, 253, 360, 425, 509, 503, 541, 971, 208, 406, 602, 480, 520, 928, 303, 505, 801, 312, 713, 214]

/**
 * A day sheet of so many rows, as its file: each somebody new, under one of the numbers that belong to nobody. They are
 * spread over twenty days, or all on one.
 */
export function bigSheet(count: number, day?: string): Uint8Array<ArrayBuffer> {
  const rows = Array.from({ length: count }, (_, place) => {
    const areaCode = AREA_CODES[Math.floor(place / 100) % AREA_CODES.length]
    const phone = `(${areaCode}) 555-01${String(place % 100).padStart(2, '0')}`
    const minute = String(place % 60).padStart(2, '0')
    const date = day ?? `2026-11-${10 + (place % 20)}`
    return `R${place},${date},${8 + (place % 9)}:${minute},"Family${place}, Given${place % 97}",${phone},Dr. Osei`
  })
  return new TextEncoder().encode(['Appt ID,Date,Time,Patient,Mobile,Provider', ...rows, ''].join('\n'))
}

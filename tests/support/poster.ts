import { createCanvas } from '@napi-rs/canvas'

/** A poster as an office makes one: the clinic has moved. A JPEG of 1200 by 900 pixels. */
export function posterFile(): Buffer {
  const canvas = createCanvas(1200, 900)
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#f3ede1'
  pen.fillRect(0, 0, 1200, 900)
  pen.fillStyle = '#2f5d62'
  pen.fillRect(0, 640, 1200, 260)
  pen.fillRect(480, 250, 240, 390)
  pen.fillStyle = '#e0a458'
  pen.beginPath()
  pen.arc(690, 450, 14, 0, Math.PI * 2)
  pen.fill()
  pen.fillStyle = '#24323a'
  pen.font = 'bold 88px sans-serif'
  pen.fillText('We have moved', 250, 160)
  pen.fillStyle = '#f3ede1'
  pen.font = '56px sans-serif'
  pen.fillText('1421 Harbor Avenue', 345, 790)
  return canvas.toBuffer('image/jpeg', 90)
}

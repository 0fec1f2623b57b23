declare module 'js-aruco2' {
  interface DetectedMark {
    readonly id: number
    readonly corners: readonly { readonly x: number; readonly y: number }[]
  }
  interface Picture {
    readonly width: number
    readonly height: number
    readonly data: Uint8ClampedArray
  }
  interface Detector {
    detect(picture: Picture): readonly DetectedMark[]
  }
  const aruco: {
    readonly AR: {
      readonly Detector: new (settings: {
        readonly dictionaryName: string
        readonly maxHammingDistance: number
      }) => Detector
    }
  }
  export default aruco
}

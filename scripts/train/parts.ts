/** Every twelfth part is held out: its fonts, its people of MNIST and its invented hands are in no other part. */
export const HELD_EVERY = 12

/** Who wrote a cell; a plain picture of MNIST was in no cell at all. */
export const CELL_KINDS = ['font', 'strokes', 'mnist', 'mnist_raw'] as const

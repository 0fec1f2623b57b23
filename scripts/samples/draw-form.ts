export { drawBlankForm } from '../../electron/forms/draw-form.ts'

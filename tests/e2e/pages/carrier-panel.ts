import type { Page } from 'playwright'

/** A switch of the practice carrier, by its name. */
export type CarrierSwitch =
  | 'Network'
  | 'Too fast for the carrier'
  | 'The line breaks before the answer'
  | 'People answer by themselves'

/** The practice carrier in its drawer, opened by the word Practice in the foot bar. */
export function carrierPanel(window: Page) {
  const drawer = window.getByRole('dialog', { name: 'Practice carrier' })
  const open = async () => {
    await window.getByRole('contentinfo').getByRole('button', { name: 'Practice' }).click()
    await drawer.getByRole('switch', { name: 'Network' }).waitFor()
  }
  const close = async () => {
    await drawer.getByRole('button', { name: 'Close' }).click()
    await drawer.waitFor({ state: 'hidden' })
  }
  const turn = async (name: CarrierSwitch, isOn: boolean) => {
    const knob = drawer.getByRole('switch', { name })
    if ((await knob.isChecked()) !== isOn) await knob.press('Space')
    await drawer.getByRole('switch', { name, checked: isOn }).waitFor()
  }
  const choosePhone = async (name: string) => {
    await drawer.getByRole('button', { name: /Whose phone/ }).click()
    await window.getByRole('option', { name }).click()
  }
  return {
    drawer,
    open,
    close,
    /** Opens the drawer, turns a switch on or off, and closes the drawer. */
    set: async (name: CarrierSwitch, isOn: boolean) => {
      await open()
      await turn(name, isOn)
      await close()
    },
    /** Opens the drawer, texts back as the person whose phone it is, and closes the drawer. */
    textBack: async (name: string, words: string) => {
      await open()
      await choosePhone(name)
      await drawer.getByRole('textbox', { name: /texts back$/ }).fill(words)
      await drawer.getByRole('button', { name: 'Answer', exact: true }).click()
      await window
        .getByRole('alertdialog')
        .filter({ hasText: `${name} has answered` })
        .first()
        .waitFor()
      await close()
    },
    /** The messages that it took, newest first. */
    book: drawer.getByRole('list').last().getByRole('listitem'),
  }
}

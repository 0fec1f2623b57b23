import { ChevronDown } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import './menu-button.css'

/** One line of a {@link MenuButton}; `detail` explains it in smaller letters. */
export interface MenuChoice {
  readonly id: string
  readonly text: string
  readonly detail?: string
}

/** A button that opens a short list of things to do. */
export function MenuButton(props: {
  readonly children: string
  readonly choices: readonly MenuChoice[]
  readonly onChoose: (id: string) => void
}) {
  return (
    <MenuTrigger>
      <Button className="od-button" data-kind="quiet" data-size="dense">
        {props.children}
        <ChevronDown size={16} aria-hidden />
      </Button>
      <Popover className="od-popover od-menu-popover" offset={4} placement="bottom start">
        <Menu className="od-menu" items={props.choices} onAction={(key) => props.onChoose(String(key))}>
          {(choice) => (
            <MenuItem id={choice.id} textValue={choice.text} className="od-option od-menu-item">
              <span>{choice.text}</span>
              {choice.detail !== undefined && <span className="od-meta">{choice.detail}</span>}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

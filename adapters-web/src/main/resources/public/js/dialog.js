/** Dialogs that ask before something is done. */
import { byId } from './dom.js';

/** Makes the buttons that leave everything as it is close their dialogs. */
export function closeByButtons() {
  document.querySelectorAll('[data-closes]').forEach((button) => {
    button.addEventListener('click', () => button.closest('dialog').close());
  });
}

/** Resolves to true when the dialog was left by its main button. */
export function answerOf(id) {
  const dialog = byId(id);
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
  });
}

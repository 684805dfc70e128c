/** The few things that every page does with its elements. */
import { sentences } from './problem.js';

export const byId = (id) => document.getElementById(id);

/** Shows the elements whose `data-<name>` lists the value, and hides the others that have one. */
export function showOnly(name, value) {
  document.querySelectorAll(`[data-${name}]`).forEach((element) => {
    element.hidden = !element.dataset[name].split(' ').includes(value);
  });
}

/** Tells what went wrong in the page's alert, in the server's words. */
export function showError(problem) {
  const alert = byId('error');
  alert.replaceChildren(...sentences(problem).map((text) => element('p', { textContent: text })));
  alert.hidden = false;
}

export function clearError() {
  byId('error').hidden = true;
}

export function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** Runs the task with its button switched off, so that a double click is one request; a Problem goes to the alert. */
export async function once(button, task) {
  clearError();
  button.disabled = true;
  try {
    await task();
  } catch (problem) {
    showError(problem);
  } finally {
    button.disabled = false;
  }
}

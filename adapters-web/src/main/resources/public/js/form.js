/** What every form does: it sends its fields, marks those that the server complains of, and can show its passwords. */
import { byId, once } from './dom.js';

/** Calls `send` with the fields that were filled in, each time the form is submitted; a Problem goes to the page's alert. */
export function whenSubmitted(form, send) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearFields(form);
    once(form.querySelector('[type="submit"]'), async () => {
      try {
        await send(filledFields(form));
      } catch (problem) {
        markFields(form, problem);
        byId('error').scrollIntoView({ block: 'nearest' });
        throw problem;
      }
    });
  });
}

/** Lets each button that controls a password field show it. */
export function letPasswordsBeShown() {
  document.querySelectorAll('.with-button > [aria-controls]').forEach((button) => {
    button.addEventListener('click', () => toggle(button, byId(button.getAttribute('aria-controls'))));
  });
}

function toggle(button, password) {
  const show = password.type === 'password';
  password.type = show ? 'text' : 'password';
  button.textContent = show ? 'Hide' : 'Show';
  button.setAttribute('aria-label', `${button.textContent} password`);
}

function filledFields(form) {
  return Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));
}

function markFields(form, problem) {
  const bad = (problem.fields ?? []).map(({ field }) => form.elements[field]).filter(Boolean);
  bad.forEach((input) => input.setAttribute('aria-invalid', 'true'));
  bad[0]?.focus();
}

function clearFields(form) {
  form.querySelectorAll('[aria-invalid]').forEach((input) => input.removeAttribute('aria-invalid'));
}

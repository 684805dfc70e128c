/** The login and the registration form: both send their fields and come back with a session. */
import { byId, once } from './dom.js';
import { openSession } from './session.js';

const form = byId('entry');
const query = new URLSearchParams(location.search);

document.querySelectorAll('.keeps-next').forEach((link) => {
  link.search = location.search;
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearFields();
  once(form.querySelector('[type="submit"]'), async () => {
    try {
      await openSession(form.getAttribute('action'), filledFields());
    } catch (problem) {
      markFields(problem);
      throw problem;
    }
    location.replace(safeNext());
  });
});

byId('show-password').addEventListener('click', ({ currentTarget: button }) => {
  const password = byId('password');
  const show = password.type === 'password';
  password.type = show ? 'text' : 'password';
  button.textContent = show ? 'Hide' : 'Show';
  button.setAttribute('aria-label', `${button.textContent} password`);
});

function filledFields() {
  return Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));
}

function markFields(problem) {
  const bad = (problem.fields ?? []).map(({ field }) => form.elements[field]).filter(Boolean);
  bad.forEach((input) => input.setAttribute('aria-invalid', 'true'));
  bad[0]?.focus();
}

function clearFields() {
  form.querySelectorAll('[aria-invalid]').forEach((input) => input.removeAttribute('aria-invalid'));
}

/** The page to go on to: one of ours, whatever the address says. */
function safeNext() {
  const next = new URL(query.get('next') ?? '/', location.origin);
  return next.origin === location.origin ? next.pathname + next.search : '/';
}

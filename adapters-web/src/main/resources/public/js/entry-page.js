/** The login and the registration form: both send their fields and come back with a session. */
import { byId } from './dom.js';
import { letPasswordsBeShown, whenSubmitted } from './form.js';
import { openSession } from './session.js';

const form = byId('entry');
const query = new URLSearchParams(location.search);

document.querySelectorAll('.keeps-next').forEach((link) => {
  link.search = location.search;
});

letPasswordsBeShown();
whenSubmitted(form, async (fields) => {
  await openSession(form.getAttribute('action'), fields);
  location.replace(safeNext());
});

/** The page to go on to: one of ours, whatever the address says. */
function safeNext() {
  const next = new URL(query.get('next') ?? '/', location.origin);
  return next.origin === location.origin ? next.pathname + next.search : '/';
}

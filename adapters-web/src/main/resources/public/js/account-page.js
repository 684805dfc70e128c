/** The account: profile, password, address, and its end. */
import { refreshAccountLine, showAccount } from './account.js';
import { get, post, put, remove } from './api.js';
import { byId, showError, showOnly } from './dom.js';
import { letPasswordsBeShown, whenSubmitted } from './form.js';
import { leave } from './session.js';

open().catch(showError);

async function open() {
  const [profile] = await Promise.all([get('/api/users/me'), refreshAccountLine()]);
  show(profile);
  showOnly('account', 'loaded');
  showAccount();
  letPasswordsBeShown();
  whenSubmitted(byId('profile'), save);
  whenSubmitted(byId('password-form'), changePassword);
  whenSubmitted(byId('email-form'), changeEmail);
  whenSubmitted(byId('delete-form'), deleteAccount);
}

function show(profile) {
  byId('full-name').value = profile.full_name ?? '';
  byId('notify').checked = profile.notify_on_completion;
  byId('present-email').textContent = profile.email;
}

async function save() {
  const saved = await put('/api/users/me', {
    full_name: byId('full-name').value.trim() || null,
    notify_on_completion: byId('notify').checked,
  });
  show(saved);
  say(saved.message);
}

async function changePassword(fields) {
  const { message } = await post('/api/users/change-password', fields);
  byId('password-form').reset();
  say(message);
}

async function changeEmail(fields) {
  const { message } = await post('/api/users/change-email', fields);
  byId('email-form').reset();
  say(message);
}

async function deleteAccount({ password }) {
  await remove('/api/users/delete-account', { password: password ?? null });
  leave();
}

function say(message) {
  const said = byId('said');
  said.textContent = message;
  said.hidden = false;
  said.scrollIntoView({ block: 'nearest' });
}

/** Where this person is logged in: each device can be logged out, and all of them at once. */
import { refreshAccountLine, showAccount } from './account.js';
import { get, remove } from './api.js';
import { answerOf, closeByButtons } from './dialog.js';
import { byId, element, once, showError, showOnly } from './dom.js';
import { logOutEverywhere } from './session.js';

const DATE = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

open().catch(showError);

async function open() {
  closeByButtons();
  byId('log-out-everywhere').addEventListener('click', ({ currentTarget: button }) => leaveAfterAsking(button));
  await Promise.all([showDevices(), refreshAccountLine()]);
  showAccount();
}

async function showDevices() {
  const { sessions } = await get('/api/auth/sessions');
  byId('devices').replaceChildren(...sessions.map(row));
  showOnly('devices', 'shown');
}

function row(session) {
  const shown = element('li', {}, words(session), end(session));
  shown.dataset.testid = 'device';
  return shown;
}

function words(session) {
  const name = element('h2', { className: 'card-name', textContent: session.device });
  const since = element('p', { className: 'hint' }, 'Logged in ', time(session.created_at), ` from ${session.ip}`);
  const used = element('p', { className: 'hint' }, 'Last used ', time(session.last_used_at));
  return element('div', {}, name, since, used);
}

const time = (moment) => element('time', { dateTime: moment, textContent: DATE.format(new Date(moment)) });

// The one in hand has its button in the bar, where it is on every page.
function end(session) {
  if (session.current) {
    return element('strong', { className: 'hint', textContent: 'This device' });
  }
  const button = element('button', { type: 'button', className: 'button quiet small', textContent: 'Log out' });
  button.setAttribute('aria-label', `Log out ${session.device}`);
  button.dataset.testid = 'end-device';
  button.addEventListener('click', () => once(button, () => logOutDevice(session)));
  return button;
}

// Also when it was refused: the device may have logged out by itself meanwhile, and the list should say so.
async function logOutDevice(session) {
  try {
    await remove(`/api/auth/sessions/${encodeURIComponent(session.id)}`);
    byId('announcement').textContent = `${session.device} is logged out.`;
  } finally {
    await showDevices();
  }
}

async function leaveAfterAsking(button) {
  if (await answerOf('everywhere-dialog')) {
    await once(button, logOutEverywhere);
  }
}

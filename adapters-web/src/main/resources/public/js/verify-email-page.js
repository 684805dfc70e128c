/**
 * Confirms an e-mail address when the person presses the button, not on load: the link works once, and mail scanners that open
 * pages and run their scripts must not be the ones to use it up.
 */
import { byId, once, showOnly } from './dom.js';
import { takeToken } from './link-token.js';
import { Problem } from './problem.js';
import { reach } from './session.js';

const token = takeToken();

showOnly('step', token ? 'ask' : 'incomplete');

byId('confirm').addEventListener('click', ({ currentTarget: button }) =>
  once(button, async () => {
    const response = await reach(`/api/auth/verify-email?token=${encodeURIComponent(token)}`);
    const text = await response.text();
    if (!response.ok) {
      throw Problem.read(response.status, text);
    }
    byId('confirmed-text').textContent = JSON.parse(text).message;
    showOnly('step', 'confirmed');
    byId('go-on').focus();
  }),
);

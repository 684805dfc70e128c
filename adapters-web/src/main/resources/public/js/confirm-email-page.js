/** Changes the e-mail address when the person presses the button, not on load: a mail scanner must not do it for her. */
import { postAsAnybody } from './api.js';
import { byId, once, showOnly } from './dom.js';
import { takeToken } from './link-token.js';

const token = takeToken();

showOnly('step', token ? 'ask' : 'incomplete');

byId('confirm').addEventListener('click', ({ currentTarget: button }) =>
  once(button, async () => {
    const { message } = await postAsAnybody('/api/auth/confirm-email', { token });
    byId('confirmed-text').textContent = message;
    showOnly('step', 'confirmed');
    byId('go-on').focus();
  }),
);

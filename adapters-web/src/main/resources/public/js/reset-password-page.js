/** Sets a new password by the mailed link. Until the form is sent, the link is as good as before. */
import { postAsAnybody } from './api.js';
import { byId, showOnly } from './dom.js';
import { letPasswordsBeShown, whenSubmitted } from './form.js';
import { takeToken } from './link-token.js';

const token = takeToken();

showOnly('step', token ? 'choose' : 'incomplete');
letPasswordsBeShown();

whenSubmitted(byId('reset'), async (fields) => {
  const { message } = await postAsAnybody('/api/auth/reset-password', { token, ...fields });
  byId('reset-text').textContent = message;
  showOnly('step', 'done');
  byId('go-on').focus();
});

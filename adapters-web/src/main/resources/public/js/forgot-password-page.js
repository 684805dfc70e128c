/** Asks for a link by which a new password can be chosen. The answer is the same for everybody. */
import { postAsAnybody } from './api.js';
import { byId, showOnly } from './dom.js';
import { whenSubmitted } from './form.js';

whenSubmitted(byId('forgot'), async (fields) => {
  const { message } = await postAsAnybody('/api/auth/forgot-password', fields);
  byId('sent-text').textContent = message;
  showOnly('step', 'sent');
});

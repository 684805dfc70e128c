/** The line that asks to confirm the e-mail address. It blocks nothing: an unconfirmed address may make shots. */
import { get, post } from './api.js';
import { byId, once } from './dom.js';

export async function showVerifyNotice() {
  const person = await get('/api/users/me');
  if (person.email_verified) {
    return;
  }
  byId('verify-text').textContent = `Please confirm your e-mail address: we sent a link to ${person.email}.`;
  byId('verify-notice').hidden = false;
  byId('resend').addEventListener('click', ({ currentTarget: button }) =>
    once(button, async () => {
      const { message } = await post('/api/auth/resend-verification');
      byId('verify-text').textContent = message;
      button.hidden = true;
    }),
  );
}

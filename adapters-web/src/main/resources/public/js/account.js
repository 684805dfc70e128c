/** The account line and the log-out button in the bar of the pages for people who are signed in. */
import { get } from './api.js';
import { byId, once, showOnly } from './dom.js';
import { logOut } from './session.js';

const WHEN = { total: '', month: ' this month', day: ' today' };

/** Switches the bar to its signed-in form. */
export function showAccount() {
  showOnly('session', 'in');
  byId('log-out').addEventListener('click', (event) => once(event.currentTarget, logOut));
}

/** Reads the plan and what is left of it, shows both and returns the figures. */
export async function refreshAccountLine() {
  const stats = await get('/api/users/stats');
  byId('plan').textContent = `${stats.plan} plan`;
  byId('photos-left').textContent =
    `${stats.remaining_jobs} of ${stats.current_period_limit} photos left${WHEN[stats.period] ?? ''}`;
  return stats;
}

/** Why no photo can be made now, or null while there is one left. */
export function usedUpReason(stats) {
  if (stats.remaining_jobs === 0) {
    return stats.period === 'total'
      ? `You have used all ${stats.current_period_limit} photos of the ${stats.plan} plan.`
      : `You have used all ${stats.current_period_limit} photos of your plan${WHEN[stats.period] ?? ''}.`;
  }
  if (stats.today_limit !== null && stats.today_usage >= stats.today_limit) {
    return `You have used all ${stats.today_limit} photos for today. Come back tomorrow.`;
  }
  return null;
}

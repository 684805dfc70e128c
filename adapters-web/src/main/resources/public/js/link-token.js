/** The token of the mailed link by which this page was opened, or null. From here on it is in no bookmark and no referrer. */
export function takeToken() {
  const token = new URLSearchParams(location.search).get('token');
  history.replaceState(null, '', location.pathname);
  return token;
}

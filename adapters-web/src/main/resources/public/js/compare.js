/**
 * The before-and-after slider. The control is a real range input over the pictures: mouse, touch and arrow keys come with it.
 */
export function enableCompare(root) {
  const range = root.querySelector('input[type="range"]');
  const follow = () => {
    root.style.setProperty('--split', `${range.value}%`);
    range.setAttribute('aria-valuetext', `${range.value} percent of the photo before, the rest after`);
  };
  range.addEventListener('input', follow);
  follow();
}

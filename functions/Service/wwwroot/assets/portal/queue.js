// The queue by keyboard, and only the fields that the chosen action needs. Without this script everything is there as well.
const rows = [...document.querySelectorAll('[data-rows] tbody tr')];
const count = document.querySelector('[data-chosen-count]');
const action = document.getElementById('bulk-action');

const countChosen = () => {
  const chosen = document.querySelectorAll('.office-choose:checked').length;
  if (count) count.textContent = `(${chosen})`;
};
const showFields = () => document.querySelectorAll('[data-for]').forEach((field) => { field.hidden = field.dataset.for !== action.value; });
document.querySelectorAll('.office-choose').forEach((box) => box.addEventListener('change', countChosen));
countChosen();
if (action) {
  action.addEventListener('change', showFields);
  showFields();
}

// Single keys can be turned off (WCAG 2.1.4), and never fire while somebody types.
const place = document.querySelector('[data-keys]');
const off = place.querySelector('[data-keys-off]');
const remembered = 'queue-keys-off';
place.hidden = rows.length === 0;
off.checked = localStorage.getItem(remembered) === 'yes';
off.addEventListener('change', () => localStorage.setItem(remembered, off.checked ? 'yes' : 'no'));

let at = -1;
const go = (to) => {
  at = Math.min(Math.max(to, 0), rows.length - 1);
  rows[at]?.querySelector('th a').focus();
};
document.addEventListener('keydown', (event) => {
  if (off.checked || event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input:not(.office-choose), textarea, select')) return;
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  if (here >= 0) at = here;
  switch (event.key) {
    case 'j': go(at + 1); break;
    case 'k': go(at - 1); break;
    case 'x': rows[at]?.querySelector('.office-choose')?.click(); break;
    case '/': document.getElementById('search-q').focus(); break;
    default: return;
  }
  event.preventDefault();
});

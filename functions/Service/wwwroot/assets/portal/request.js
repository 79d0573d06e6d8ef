// A request's page for staff: standard texts without a reload, and who else is looking at it. Without this script both work by reload.
document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-use]');
  const field = button && document.getElementById(button.dataset.use);
  if (!field) return;
  event.preventDefault();
  field.value = [field.value.trim(), button.dataset.text].filter(Boolean).join('\n\n');
  field.focus();
});

const place = document.querySelector('[data-here]');
const form = place?.querySelector('form');
const pause = 30_000;

// Only a change is written into the page, so that a screen reader says it once.
const say = async () => {
  if (document.visibilityState !== 'visible') return;
  try {
    const answer = await fetch(form.action, { method: 'POST', body: new FormData(form), signal: AbortSignal.timeout(pause / 2) });
    if (!answer.ok || answer.redirected) return;
    const said = await answer.text();
    const region = place.querySelector('[data-others]');
    if (region.innerHTML.trim() !== said.trim()) region.innerHTML = said;
  } catch {
    // The next try says it.
  }
};

if (form) {
  setInterval(say, pause);
  document.addEventListener('visibilitychange', say);
  addEventListener('pagehide', () => {
    const leaving = new FormData(form);
    leaving.set('leaving', 'yes');
    navigator.sendBeacon(form.action, leaving);
  });
}

// While somebody types what they would like to know, what is published already is shown beneath. Without this script the same
// datasets are shown on the form's last step.
const pause = 500;
for (const place of document.querySelectorAll('[data-suggest-for]')) {
  const field = document.getElementById(place.dataset.suggestFor);
  let timer;
  let asked = '';
  const look = async () => {
    const typed = field.value.trim();
    if (typed === asked) return;
    asked = typed;
    try {
      const answer = await fetch(`${place.dataset.suggestFrom}?q=${encodeURIComponent(typed)}`, { signal: AbortSignal.timeout(5000) });
      const found = answer.status === 200 ? await answer.text() : '';
      // A slower answer to what was typed before must not replace a newer one.
      if (typed === asked && place.dataset.shown !== found) {
        place.dataset.shown = found;
        place.innerHTML = found;
      }
    } catch {
      // Without an answer there is nothing to suggest; the last step looks again.
    }
  };
  field?.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(look, pause);
  });
}

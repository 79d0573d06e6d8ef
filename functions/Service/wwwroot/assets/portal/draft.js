// Keeps what was typed into the request form in this browser, so that a closed window loses nothing. Without this script, or where a
// browser keeps nothing, the form works as ever: each step carries the answers before it.
const kept = 'request-draft';
const refused = 'request-draft-none';

// Browsers may forbid keeping anything, or have no room for it.
const keep = (name, value) => { try { localStorage.setItem(name, value); return true; } catch { return false; } };
const read = (name) => { try { return localStorage.getItem(name); } catch { return null; } };
const forget = (name) => { try { localStorage.removeItem(name); } catch { /* then there is nothing */ } };

const start = (place) => {
  const form = document.getElementById(place.dataset.form) ?? document.querySelector('form[action="/request"]');
  const names = place.dataset.fields.split(' ');
  const longest = Number(place.dataset.days) * 24 * 60 * 60 * 1000;
  const part = (name) => place.querySelector(`[data-draft="${name}"]`);
  // All looked for now: two of them move in front of the form.
  const [found, on, off, said, when] = ['found', 'on', 'off', 'said', 'when'].map(part);
  let timer;

  const draftNow = () => {
    try {
      const draft = JSON.parse(read(kept));
      if (draft && Math.abs(Date.now() - draft.savedAt) < longest && Array.isArray(draft.fields)) return draft;
    } catch {
      // Not readable: not a draft of this form.
    }
    forget(kept);
    return null;
  };

  const typed = () => {
    const all = new FormData(form);
    return names.flatMap((name) => all.getAll(name).filter((value) => value.trim() !== '').map((value) => [name, value]));
  };

  // As the step would be posted: continuing a draft is posting it again, and the office's own checks hold as for anybody.
  const save = (go) => {
    clearTimeout(timer);
    timer = undefined;
    if (read(refused)) return;
    const all = new FormData(form);
    const step = all.get('step');
    const fields = typed();
    if (fields.length === 0) return;
    const isPartial = place.dataset.never.split(' ').some((name) => String(all.get(name) ?? '').trim() !== '');
    keep(kept, JSON.stringify({ savedAt: Date.now(), step, key: all.get('key'), go: isPartial ? place.dataset.neverAt : go ?? `edit-${step}`, fields }));
  };

  const resume = () => {
    const draft = draftNow();
    if (!draft) return showAll();
    const again = document.createElement('form');
    const add = (name, value) => {
      const input = document.createElement('input');
      Object.assign(input, { type: 'hidden', name, value });
      again.append(input);
    };
    again.method = 'post';
    again.action = form.action;
    again.hidden = true;
    draft.fields.filter(([name]) => names.includes(name)).forEach(([name, value]) => add(name, value));
    add('step', draft.step);
    add('key', draft.key);
    add('go', draft.go);
    add('form-key', form.elements['form-key'].value);
    document.body.append(again);
    again.submit();
  };

  const say = (which) => {
    said.textContent = place.dataset[which];
    said.focus();
  };

  const showAll = () => {
    const draft = draftNow();
    const isOff = read(refused) !== null;
    found.hidden = !draft || typed().length > 0;
    on.hidden = isOff;
    off.hidden = !isOff;
    if (draft) {
      const moment = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeStyle: 'short' }).format(draft.savedAt);
      when.textContent = when.dataset.text.replace('{when}', moment);
    }
  };

  const press = (name, act) => part(name).addEventListener('click', act);
  press('continue', resume);
  press('delete', () => {
    forget(kept);
    showAll();
    say('deleted');
  });
  press('refuse', () => {
    forget(kept);
    keep(refused, 'yes');
    showAll();
    say('refused');
  });
  press('again', () => {
    forget(refused);
    save();
    showAll();
    say('again');
  });

  form.before(found, said);

  form.addEventListener('input', () => {
    // Until somebody has said what becomes of an older draft, typing does not replace it; going on to the next step does.
    if (!found.hidden) return;
    clearTimeout(timer);
    timer = setTimeout(save, 400);
  });
  form.addEventListener('submit', (event) => {
    clearTimeout(timer);
    timer = undefined;
    const go = event.submitter?.value ?? 'next';
    if (go === 'next' || go === 'back' || go.startsWith('edit-')) save(go);
  });
  addEventListener('pagehide', () => timer && save());
  // Also when the page comes back as it was, by the browser's back button.
  addEventListener('pageshow', showAll);
  if (keep(`${kept}-try`, 'yes')) {
    forget(`${kept}-try`);
    place.hidden = false;
    showAll();
  }
};

if (document.querySelector('[data-draft-ends]')) forget(kept);
document.querySelectorAll('[data-draft-of]').forEach(start);

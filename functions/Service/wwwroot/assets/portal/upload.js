// Sends a file with a bar that shows how far it is, and a button that stops it. It is the page's own form that is sent, to the same
// address; without this script the browser sends it by itself.
const longestSilence = 60_000;
const announced = 25;

const enhance = (place) => {
  const form = place.closest('form');
  const chosen = form.querySelector('input[type="file"]');
  const send = form.querySelector('button[type="submit"]');
  const [running, bar, shown, said, stop, wrong] = ['running', 'bar', 'shown', 'said', 'stop', 'wrong'].map((part) => place.querySelector(`[data-upload="${part}"]`));
  const percent = new Intl.NumberFormat(document.documentElement.lang, { style: 'percent' });
  const text = (name, file, share = 0) => place.dataset[name].replace('{file}', file?.name ?? '').replace('{percent}', percent.format(share));
  let going;

  const tell = (message) => {
    wrong.textContent = message;
    wrong.hidden = false;
    chosen.setAttribute('aria-invalid', 'true');
  };
  const clear = () => {
    wrong.hidden = true;
    wrong.textContent = '';
    chosen.removeAttribute('aria-invalid');
  };
  const rest = () => {
    going = undefined;
    running.hidden = true;
    send.disabled = false;
    send.focus();
  };

  // Done: the page that the form led to. Otherwise the page that says what is wrong, with what was chosen and typed.
  const follow = (request) => {
    const to = new URL(request.responseURL);
    if (request.status === 200 && to.searchParams.has('done')) {
      if (to.pathname + to.search === location.pathname + location.search) return location.reload();
      return location.replace(to.href + (place.dataset.then ?? ''));
    }
    const answer = new DOMParser().parseFromString(request.responseText, 'text/html');
    const main = answer.querySelector('main');
    if (!main) return tell(text('unknown'));
    document.title = answer.title;
    document.querySelector('main').replaceWith(main);
    main.querySelectorAll('[data-upload-of]').forEach(enhance);
    (main.querySelector('#problems') ?? main).focus();
    return undefined;
  };

  form.addEventListener('submit', (event) => {
    const [file] = chosen.files;
    if (going) return event.preventDefault();
    clear();
    if (!file) return undefined;
    event.preventDefault();
    if (file.size > Number(place.dataset.largest)) {
      tell(text('tooLarge', file));
      return chosen.focus();
    }

    const request = new XMLHttpRequest();
    let timer;
    let hasArrived = false;
    let told = -1;
    const end = (message) => {
      clearTimeout(timer);
      rest();
      said.textContent = '';
      if (message) tell(message);
    };
    const listen = () => {
      clearTimeout(timer);
      timer = setTimeout(() => { request.onabort = null; request.abort(); end(text(hasArrived ? 'unknown' : 'broken', file)); }, longestSilence);
    };
    request.upload.onprogress = ({ loaded, total }) => {
      listen();
      bar.value = loaded / total;
      shown.textContent = text('sending', file, loaded / total);
      // Said now and then only: a reader that speaks each percent says nothing else.
      const step = Math.floor((100 * loaded) / total / announced);
      if (step > told) said.textContent = shown.textContent;
      told = Math.max(told, step);
    };
    request.upload.onload = () => {
      listen();
      hasArrived = true;
      bar.removeAttribute('value');
      shown.textContent = said.textContent = text('checking', file);
      stop.hidden = true;
      shown.focus();
    };
    request.onload = () => { clearTimeout(timer); rest(); follow(request); };
    request.onerror = () => end(text(hasArrived ? 'unknown' : 'broken', file));
    request.onabort = () => { end(); said.textContent = text('stopped', file); };
    request.open('POST', form.action);
    going = request;
    bar.value = 0;
    shown.textContent = text('sending', file);
    stop.hidden = running.hidden = false;
    send.disabled = true;
    request.send(new FormData(form));
    listen();
    stop.focus();
    return undefined;
  });
  stop.addEventListener('click', () => going?.abort());
  chosen.addEventListener('change', clear);
};

document.querySelectorAll('[data-upload-of]').forEach(enhance);

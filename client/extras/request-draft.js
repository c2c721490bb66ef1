// What a family wrote about its soldier stays on its own device until it is sent: an extra. Never its name or contact, because a
// device may be shared; never photographs. The form is the same without it, so whatever goes wrong here is passed over in silence.
(() => {
  const KEY = 'amanat.request.draft';
  const KEEP_MS = 14 * 24 * 3600 * 1000;
  const TEXTS = ['givenName', 'familyName', 'patronymic', 'birthDate', 'birthPlace', 'conscriptionPlace', 'letter', 'unit', 'camp', 'relatives'];
  const TICKS = ['birthAbout', 'calledAbout'];

  function read() {
    try {
      const draft = JSON.parse(localStorage.getItem(KEY) || 'null');
      return draft && Date.now() - draft.at < KEEP_MS ? draft : null;
    } catch {
      return null;
    }
  }
  function write(draft) {
    try {
      if (draft) localStorage.setItem(KEY, JSON.stringify(draft));
      else localStorage.removeItem(KEY);
      return true;
    } catch {
      return false;
    }
  }

  if (document.querySelector('[data-request-sent]')) {
    write(null);
    return;
  }
  const form = document.querySelector('form[data-draft]');
  const line = document.querySelector('#draft');
  if (!form || !line) return;
  const field = (name) => form.elements.namedItem(name);

  function show(at) {
    const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' }).format(at);
    line.querySelector('span').textContent = line.dataset.saved.replace('{time}', time);
    line.hidden = false;
  }
  function save() {
    const texts = {};
    for (const name of TEXTS) if (field(name)?.value.trim()) texts[name] = field(name).value;
    const ticks = TICKS.filter((name) => field(name)?.checked);
    const at = Date.now();
    if (Object.keys(texts).length === 0) {
      write(null);
      line.hidden = true;
    } else if (write({ at, texts, ticks })) show(at);
  }

  const draft = read();
  // What stands in the form already, typed or handed over by the search, is newer than the draft.
  if (draft && TEXTS.every((name) => !field(name)?.value)) {
    for (const [name, text] of Object.entries(draft.texts)) if (TEXTS.includes(name) && field(name)) field(name).value = text;
    for (const name of draft.ticks) if (TICKS.includes(name) && field(name)) field(name).checked = true;
    const more = form.querySelector('details');
    if (more && ['unit', 'camp', 'relatives'].some((name) => field(name)?.value)) more.open = true;
    show(draft.at);
  }

  let waiting = 0;
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(save, 500);
  });
  line.querySelector('button').addEventListener('click', () => {
    clearTimeout(waiting);
    write(null);
    line.hidden = true;
    field('givenName')?.focus();
  });
})();

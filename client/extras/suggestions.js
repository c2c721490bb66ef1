// Names while she types: an extra. The search is the same without it, so whatever goes wrong here is passed over in silence.
(() => {
  const box = document.querySelector('input[list=names]');
  const list = document.querySelector('#names');
  if (!box || !list) return;
  let asked = '';
  let waiting = 0;

  async function suggest() {
    const text = box.value.trim();
    if (text.length < 2 || text === asked) return;
    asked = text;
    try {
      const answer = await fetch(`/api/suggestions?${new URLSearchParams({ q: text })}`);
      if (!answer.ok || text !== asked) return;
      const { items } = await answer.json();
      list.replaceChildren(...items.map((name) => new Option('', name)));
    } catch {
      list.replaceChildren();
    }
  }

  box.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(suggest, 200);
  });
})();

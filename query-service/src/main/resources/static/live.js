// An open page learns that something new is recorded. The part [data-live] is then fetched anew, unless the reader is in
// the middle of something there: a line says so, and he decides.
(() => {
  const live = () => document.querySelector('[data-live]');
  const news = document.getElementById('news');
  if (!live() || !news || !window.EventSource) return;
  const inTheMiddle = part => part.contains(document.activeElement) || part.querySelector('details[open]') ||
    String(getSelection()).length > 0;
  const anew = position => {
    const here = new URL(location.href);
    here.searchParams.delete('done');
    here.searchParams.set('atLeast', position);
    news.querySelector('a').href = here.pathname + here.search;
    return here.pathname + here.search;
  };
  const stream = new EventSource(live().dataset.live);
  stream.addEventListener('recorded', event => {
    const address = anew(event.data);
    if (!window.htmx || document.hidden || inTheMiddle(live())) {
      news.hidden = false;
      return;
    }
    htmx.ajax('GET', address, { target: '[data-live]', select: '[data-live]', swap: 'outerHTML' })
      .then(() => { news.hidden = true; });
  });
  addEventListener('pagehide', () => stream.close());
})();

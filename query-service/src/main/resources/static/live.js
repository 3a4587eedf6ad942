// An open page learns that something new is recorded. The part [data-live] is then fetched anew, unless the reader is in
// the middle of something there: a line says so, and he decides.
(() => {
  const live = () => document.querySelector('[data-live]');
  const news = document.getElementById('news');
  if (!live() || !news || !window.EventSource) return;
  let stream = null;
  const inTheMiddle = part => part.contains(document.activeElement) || part.querySelector('details[open]') ||
    String(getSelection()).length > 0;
  const recorded = event => {
    const here = new URL(location.href);
    here.searchParams.delete('done');
    here.searchParams.set('atLeast', event.data);
    const address = here.pathname + here.search;
    news.querySelector('a').href = address;
    if (!window.htmx || inTheMiddle(live())) {
      news.hidden = false;
      return;
    }
    htmx.ajax('GET', address, { target: '[data-live]', select: '[data-live]', swap: 'outerHTML' })
      .then(() => { news.hidden = true; });
  };
  const close = () => { if (stream) stream.close(); stream = null; };
  // a browser has few connections for each house: only the page that is looked at keeps one
  const openOrClose = () => {
    if (document.hidden) {
      close();
    } else if (!stream) {
      stream = new EventSource(live().dataset.live);
      stream.addEventListener('recorded', recorded);
    }
  };
  document.addEventListener('visibilitychange', openOrClose);
  addEventListener('pagehide', close);
  openOrClose();
})();

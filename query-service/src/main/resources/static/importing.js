// Counts what a confirmation would record, and tells how far an upload is. The pages work without.
'use strict';

for (const form of document.querySelectorAll('form[data-certain]')) {
  const button = form.querySelector('button[data-count]');
  const count = () => {
    let facts = Number(form.dataset.certain);
    const together = new Set();
    for (const accepted of form.querySelectorAll('input[name=accept]:checked')) {
      if (accepted.dataset.once) {
        together.add(accepted.dataset.once);
      } else {
        facts++;
      }
    }
    button.textContent = button.dataset.count.replace('@', facts + together.size);
  };
  if (button) {
    form.addEventListener('change', count);
    window.addEventListener('pageshow', count);
    count();
  }
}

for (const form of document.querySelectorAll('form[data-upload]')) {
  const chosen = form.querySelector('input[type=file]');
  const progress = form.querySelector('progress');
  const button = form.querySelector('button[type=submit]');
  chosen.addEventListener('change', () => {
    const bytes = Array.from(chosen.files).reduce((sum, file) => sum + file.size, 0);
    chosen.setCustomValidity(bytes > Number(form.dataset.upload) ? form.dataset.tooLarge : '');
    chosen.reportValidity();
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.setRequestHeader('Accept', 'text/html');
    progress.hidden = false;
    button.disabled = true;
    request.upload.addEventListener('progress', sent => {
      progress.max = sent.total;
      progress.value = sent.loaded;
    });
    const notTaken = answer => {
      progress.hidden = true;
      button.disabled = false;
      const told = answer ?? document.createElement('p');
      if (!answer) {
        told.id = 'trouble';
        told.className = 'notice';
        told.textContent = form.dataset.failed;
        told.setAttribute('role', 'alert');
        told.tabIndex = -1;
      }
      document.querySelector('#trouble')?.remove();
      form.before(told);
      told.focus();
    };
    request.addEventListener('error', () => notTaken(null));
    request.addEventListener('load', () => {
      if (new URL(request.responseURL).pathname === new URL(form.action).pathname) {
        notTaken(new DOMParser().parseFromString(request.responseText, 'text/html').querySelector('#trouble'));
      } else {
        location.assign(request.responseURL);
      }
    });
    request.send(new FormData(form));
  });
}

// What a page does beyond being read; without it everything works but copying in one press and seeing how far an answer is.
for (const button of document.querySelectorAll('.copy')) offerToCopy(button);

function offerToCopy(button) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const address = button.dataset.address ? new URL(button.dataset.address, location.href).href : location.href;
    await navigator.clipboard.writeText(`${button.dataset.copy}\n${address}`);
    button.textContent = 'Copied';
    setTimeout(() => (button.textContent = 'Copy'), 2000);
  });
}

const asking = document.querySelector('form.ask');
asking?.addEventListener('submit', (event) => {
  const question = new FormData(asking).get('q').trim();
  if (question === '') return;
  event.preventDefault();
  const [progress, answer] = [document.querySelector('.progress'), document.querySelector('.answer')];
  answer.replaceChildren();
  history.pushState(null, '', `/ask?q=${encodeURIComponent(question)}`);
  shown = location.pathname + location.search;
  const events = new EventSource(`/ask/events?q=${encodeURIComponent(question)}`);
  events.addEventListener('progress', ({ data }) => (progress.textContent = data));
  events.addEventListener('answer', ({ data }) => {
    events.close();
    progress.textContent = '';
    // The server made it of escaped words.
    answer.innerHTML = data;
    for (const button of answer.querySelectorAll('.copy')) offerToCopy(button);
  });
  events.addEventListener('error', () => {
    events.close();
    progress.textContent = 'The answer did not come. Try again.';
  });
});
let shown = location.pathname + location.search;
addEventListener('popstate', () => {
  // Only what was asked here, not a place in the page.
  if (location.pathname + location.search !== shown) location.reload();
});

// A page opened at words begins there, for who reads by ear too.
document.getElementById('words')?.focus({ preventScroll: true });

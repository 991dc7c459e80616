// While serving: asks whether anything has changed, and loads the page anew when it has.

const script = document.currentScript;
const address = `/_live/version?seen=${script.dataset.version}`;

async function wait() {
  for (;;) {
    try {
      const answer = await fetch(address);
      if ((await answer.text()) !== script.dataset.version) {
        location.reload();
        return;
      }
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

wait();

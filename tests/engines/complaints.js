// Sends what goes wrong in a page to the server: WebKit's driver tells nothing of the console.
(() => {
  const send = (text) => navigator.sendBeacon("/complaints", `${location.pathname}: ${text}`);
  for (const level of ["error", "warn"]) {
    const write = console[level];
    console[level] = (...words) => {
      send(words.join(" "));
      write.apply(console, words);
    };
  }
  addEventListener("error", ({ message, target }) => {
    send(message ?? `not loaded: ${target.src ?? target.href}`);
  }, true);
  addEventListener("unhandledrejection", ({ reason }) => send(`not caught: ${reason}`));
  addEventListener("securitypolicyviolation", (broken) => {
    send(`${broken.violatedDirective} refuses ${broken.blockedURI}`);
  });
})();

// The editors' page: our file formats and our language for the CMS, and no request to anyone else.
import { format } from "./records.js";

const settings = await (await fetch("./settings.json")).json();
const asked = window.fetch.bind(window);

// What the CMS would fetch from elsewhere is answered from this folder, or not at all.
window.fetch = (what, how) => {
  const address = new URL(what instanceof Request ? what.url : what, location.href);
  if (address.pathname.endsWith("/locales/ar.json")) return asked("./ar.json");
  if ([location.origin, ...settings.origins].includes(address.origin)) return asked(what, how);
  return Promise.reject(new TypeError(`not asked: ${address.origin}`));
};

if (!localStorage.getItem("sveltia-cms.prefs"))
  localStorage.setItem("sveltia-cms.prefs", JSON.stringify({ locale: "ar" }));

if (settings.branch) settings.config.publish_mode = await mode(settings.branch);

// What is saved to a branch that wants reviews becomes a proposal; so it does where the host does
// not say, since what was proposed can be published and what was published was read. Nobody is asked
// before the editor has entered: a folder of one's own is edited without any host.
async function mode(branch) {
  const { token } = JSON.parse(localStorage.getItem("sveltia-cms.user")) ?? {};
  if (!token) return "editorial_workflow";
  try {
    const answer = await asked(branch, { headers: { Authorization: `Bearer ${token}` } });
    const { protected: guarded, can_push: open } = await answer.json();
    return guarded === false || open === true ? "simple" : "editorial_workflow";
  } catch {
    return "editorial_workflow";
  }
}

const { default: CMS } = await import("./sveltia-cms.mjs");
CMS.registerCustomFormat("record", "yml", format(settings.fields, false));
CMS.registerCustomFormat("records", "yml", format(settings.fields, true));
CMS.init({ config: settings.config });

// A number and a noun in the form it asks for; the forms come from the page (explainer/arabic/counts.py).
const rule = new Intl.PluralRules("ar");

export const counter = (node) => {
  const forms = JSON.parse(node.dataset.forms);
  const format = new Intl.NumberFormat(node.dataset.digits === "arab" ? "ar-u-nu-arab" : "en");
  const number = (n) => format.format(n);
  const counted = (n) => {
    const form = rule.select(n);
    if (form === "zero" || form === "one" || form === "two") return forms[form];
    return `${number(n)} ${forms[form]}`;
  };
  return { number, counted };
};

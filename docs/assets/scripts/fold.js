// One spelling of a text for comparing: as explainer/arabic/fold.py, and held to the same cases.
const SAME = {
  أ: "ا", إ: "ا", آ: "ا", ٱ: "ا", ؤ: "و", ئ: "ي", ى: "ي", ی: "ي", ې: "ي", ة: "ه", ۀ: "ه", ہ: "ه", ھ: "ه",
  ک: "ك", ڪ: "ك", گ: "ك", ڤ: "ف", پ: "ب", چ: "ج", ژ: "ز", ё: "е", й: "и", ı: "i", ł: "l", ø: "o", đ: "d", ß: "ss",
};
const LOST = /[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u0621\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff'’ʼʻ‘`]/g;
const DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/g;
const SWAP = new RegExp(`[${Object.keys(SAME).join("")}]`, "g");

const SEAT = /(?<=[\u0621-\u0652])[\u0621\u0626](?=[\u064b-\u0652]*\u0648)/g; // مسئول is مسؤول
const SLIP = /ا([أإآ])ل/g; // the key of لأ pressed in the wrong order

export const fold = (text) =>
  text
    .normalize("NFKC")
    .replace(SLIP, "ال$1")
    .replace(SEAT, "ؤ")
    .toLowerCase()
    .replace(SWAP, (letter) => SAME[letter])
    .normalize("NFD")
    .replace(LOST, "")
    .normalize("NFC")
    .replace(DIGIT, (digit) => String(digit.charCodeAt(0) & 15));

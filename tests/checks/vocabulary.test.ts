import { describe, expect, it } from "vitest";
import { catalogues } from "../../bin/checks/catalogues";
import { clockReads } from "../../bin/checks/clock";
import { featureFiles, fileSizes, plainNames } from "../../bin/checks/file-names";
import { judge } from "../../bin/checks/finding";
import { lockfileHosts } from "../../bin/checks/lockfile";
import { screenTexts } from "../../bin/checks/screen-texts";
import { verbFiles } from "../../bin/checks/verbs";
import { checks, runChecks } from "../../bin/checks/vocabulary";
import { project, run, tree } from "./tree";

const empty = (files: string[]) => Object.fromEntries(files.map((file) => [file, ""]));
const lines = (count: number) => "a;\n".repeat(count);

describe("the files of a feature", () => {
  it("may have the names of the vocabulary", () => {
    const names =
      "rules.ts schema.ts queries.ts store.ts jobs.ts emails.tsx pdf.tsx send-quote.ts rules.test.ts queries.db.test.ts " +
      "accept-quote.concurrency.test.ts ui/quote-card.tsx ui/quote-card.test.tsx ui/use-quote.ts emails/letter.tsx";
    const files = names.split(" ").map((name) => `src/features/quotes/${name}`);
    const root = tree(empty([...files, "src/features/identity/permissions.ts"]));
    expect(featureFiles(root)).toEqual({ seen: files.length + 1, problems: [] });
  });

  it.each([
    "quote-totals.ts",
    "ponder-quote.ts",
    "send.ts",
    "permissions.ts",
    "emails.ts",
    "sub/send-quote.ts",
    "ui/parts/card.tsx",
    "types.ts",
  ])("may not be called %s", (name) => {
    const file = `src/features/quotes/${name}`;
    expect(featureFiles(tree(empty([file]))).problems).toMatchObject([{ file }]);
  });
});

describe("plain names", () => {
  it("are kebab-case, with Next's own marks", () => {
    const root = tree(
      empty([
        "src/app/(app)/events/[eventId]/page.tsx",
        "src/app/api/[...path]/route.ts",
        "src/app/docs/[[...slug]]/page.tsx",
        "src/app/@modal/_parts/quote-card.tsx",
        "src/app/.well-known/security.txt/route.ts",
        "src/kernel/money.db.test.ts",
      ]),
    );
    expect(plainNames(root)).toEqual({ seen: 6, problems: [] });
  });

  it.each([
    "src/platform/dbUtils.ts",
    "src/platform/utils.ts",
    "src/web/form-helpers.ts",
    "src/features/quotes/quote-service.ts",
    "src/platform/queue-manager.ts",
    "src/common/money.ts",
    "bin/helper.mjs",
    "tests/utils/db.ts",
    "src/kernel/index.ts",
    "src/components/index.tsx",
    "src/components/QuoteCard.tsx",
    "src/components/quote_card.tsx",
    "src/kernel/[id]/money.ts",
  ])("are not %s", (file) => {
    expect(plainNames(tree(empty([file]))).problems).toMatchObject([{ file }]);
  });
});

describe("file sizes", () => {
  it("end at 300 lines, generated types apart", () => {
    const root = tree({ "src/kernel/long.ts": lines(300), "src/platform/db-types.ts": lines(900) });
    expect(fileSizes(root)).toEqual({ seen: 1, problems: [] });
  });

  it("do not go beyond", () => {
    const file = "src/kernel/long.ts";
    expect(fileSizes(tree({ [file]: lines(301) })).problems).toMatchObject([{ file }]);
  });
});

describe("a verb file", () => {
  const file = "src/features/quotes/send-quote.ts";
  const good = `/** Sends the quote. */
export async function sendQuote(ctx: Ctx, input: SendQuote) {
  authorize(ctx, "quote.send");
  return transaction(ctx, async (tx) => ok(await moveTo(tx, input)));
}`;

  it("exports its own name, takes ctx, has a docstring and authorizes before its transaction", () => {
    expect(verbFiles(tree({ [file]: good }))).toEqual({ seen: 1, problems: [] });
  });

  it.each(["authorizePerson", "authorizeAnyone", "authorizeSystem"])("may ask %s instead", (question) => {
    expect(verbFiles(tree({ [file]: good.replace("authorize", question) })).problems).toEqual([]);
  });

  it.each([
    ["exports another name", good.replace("sendQuote", "sendIt"), "exports no function sendQuote"],
    ["does not export it", good.replace("export ", ""), "exports no function sendQuote"],
    ["takes something else first", good.replace("ctx: Ctx, input", "input"), "does not take ctx first"],
    ["has no docstring", good.replace(/^.*\n/, ""), "has no docstring"],
    ["never authorizes", good.replace(/ {2}authorize.*\n/, ""), "never calls authorize("],
    ["only talks about it", good.replace("authorize(ctx", "// authorize(ctx"), "never calls authorize("],
    ["opens no transaction", good.replace("transaction(ctx,", "later(ctx,"), "opens no transaction("],
    ["authorizes too late", good.replace(/( {2}authorize.*\n)(.*\n)/, "$2$1"), "before it calls authorize("],
  ])("fails when it %s", (_, text, message) => {
    const { problems } = verbFiles(tree({ [file]: text }));
    expect(problems).toEqual([{ file, text: expect.stringContaining(message) }]);
  });
});

describe("the clock", () => {
  it("may be read in platform and in tests", () => {
    const root = tree({
      "src/kernel/rules.ts":
        "/** No new Date() here. */\nexport const isPast = (at: Instant, now: Instant) => at < now;",
      "src/kernel/rules.test.ts": "isPast(new Date());",
      "src/platform/logger.ts": "const at = Date.now();",
    });
    expect(clockReads(root)).toEqual({ seen: 1, problems: [] });
  });

  it.each(["new Date()", "Date.now()", "new Date(0)", "Temporal.Now.instant()"])("is not read by %s", (call) => {
    for (const file of ["src/kernel/time.ts", "src/features/quotes/rules.ts", "src/features/quotes/ui/card.tsx"]) {
      expect(clockReads(tree({ [file]: `const at = ${call};` })).problems).toMatchObject([{ file }]);
    }
  });
});

describe("screen texts", () => {
  it("come from the catalogue", () => {
    const text = `const Card = () => <div className="flex gap-2" id="card" data-state={open ? "open" : "shut"}>
      {t("title")} · <b aria-label={t("close")}>&nbsp;{count} × 2</b> {open && <Icon name="close" />} {":"} <Kbd>Ctrl K</Kbd> <pre>{"curl"}</pre>
    </div>;`;
    expect(screenTexts(tree({ "src/components/card.tsx": text }))).toEqual({ seen: 1, problems: [] });
  });

  it("may be samples on the page of the kit", () => {
    const kit = { "src/app/dev/kit/page.tsx": "const Page = () => <p>Ana López</p>;" };
    expect(screenTexts(tree({ ...kit, "src/app/page.tsx": "" }))).toEqual({ seen: 1, problems: [] });
  });

  it.each([
    "<p>Guardar</p>",
    "<p>{count} eventos</p>",
    '<p>{"Guardar"}</p>',
    '<p>{open ? "Abierto" : t("shut")}</p>',
    '<p>{open && "Abierto"}</p>',
    `<p>{\`Hola \${name}\`}</p>`,
    '<input placeholder="Nombre" />',
    '<button aria-label="Cerrar" />',
    '<img alt={"Salón"} />',
  ])("are not written in place: %s", (jsx) => {
    for (const file of ["src/app/page.tsx", "src/features/quotes/ui/card.tsx", "src/components/card.tsx"]) {
      expect(screenTexts(tree({ [file]: `const Page = () => ${jsx};` })).problems).toMatchObject([{ file }]);
    }
  });
});

describe("the catalogues", () => {
  const inBoth = (es: unknown, en: unknown) =>
    tree({ "messages/es/quotes.json": JSON.stringify(es), "messages/en/quotes.json": JSON.stringify(en) });

  it("have the same keys and arguments in both languages", () => {
    const es = { send: "Enviar", count: "{n, plural, one {# cotización} other {# cotizaciones}} de <b>{who}</b>" };
    const en = { send: "Send", count: "<b>{who}</b>: {n, plural, =0 {no quotes} one {# quote} other {# quotes}}" };
    expect(catalogues(inBoth(es, en))).toEqual({ seen: 4, problems: [] });
  });

  it.each([
    ["a key is missing in English", { a: "Uno", b: "Dos" }, { a: "One" }, "quotes.b is missing"],
    ["a key is missing in Spanish", { a: "Uno" }, { a: "One", b: "Two" }, "quotes.b is missing"],
    ["a nested key is missing", { a: { b: "Uno", c: "Dos" } }, { a: { b: "One" } }, "quotes.a.c is missing"],
    ["an argument has another name", { a: "Hola {nombre}" }, { a: "Hello {name}" }, "quotes.a takes (name)"],
    ["an argument inside a plural is lost", { a: "{n, plural, other {de {who}}}" }, { a: "{n}" }, "quotes.a takes (n)"],
    ["a tag is lost", { a: "Hola <b>tú</b>" }, { a: "Hello you" }, "quotes.a takes ()"],
    ["a message cannot be parsed", { a: "Hola {nombre" }, { a: "Hello" }, "quotes.a is not valid ICU"],
    ["a message is empty", { a: " " }, { a: "One" }, "quotes.a is empty"],
  ])("fail when %s", (_, es, en, message) => {
    expect(catalogues(inBoth(es, en)).problems).toEqual([
      { file: expect.stringMatching(/^messages\/e[sn]\/quotes.json$/), text: expect.stringContaining(message) },
    ]);
  });

  it("fail when a whole namespace is missing", () => {
    const root = tree({ "messages/es/a.json": '{"b":"Uno"}', "messages/en/other.json": '{"b":"One"}' });
    expect(catalogues(root).problems).toHaveLength(2);
  });
});

describe("the lock file", () => {
  const lock = (entry: object) =>
    tree({ "package-lock.json": JSON.stringify({ packages: { "node_modules/a": entry } }) });

  it("pins by version and hash", () => {
    expect(lockfileHosts(lock({ version: "1.0.0", integrity: "sha512-x" }))).toEqual({ seen: 1, problems: [] });
  });

  it("names no host", () => {
    expect(lockfileHosts(lock({ resolved: "https://registry.npmjs.org/a.tgz" })).problems).toHaveLength(1);
  });
});

describe("the judge", () => {
  const found = { seen: 2, problems: [{ file: "a.ts", text: "is wrong" }] };

  it("lets through what is allowed, and only that", () => {
    expect(judge(found, { "a.ts": "a reason" })).toEqual([]);
    expect(judge(found, {})).toEqual(found.problems);
  });

  it("fails for an allowance that is no longer needed", () => {
    expect(judge({ seen: 2, problems: [] }, { "a.ts": "a reason" })).toMatchObject([{ file: "a.ts" }]);
  });

  it.each(Object.keys(checks))("fails when %s looked at nothing", (name) => {
    const check = checks[name];
    expect(check && judge(check(tree({})), {})).toMatchObject([{ text: expect.stringContaining("looked at no file") }]);
  });

  it("is what the command obeys", () => {
    const root = tree({ "src/kernel/index.ts": "" });
    expect(runChecks(root, {}).lines).toContain(
      "src/kernel/index.ts: is a barrel: import from the file itself [plain names]",
    );
    expect(run(root, "tsx", [`${project}/bin/checks/vocabulary.ts`]).code).toBe(1);
  });
});

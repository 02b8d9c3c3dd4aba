// A holder's two minutes: from a letter's link to what was wanted, with scripts and without, in either language. Where
// scripts are on, nobody meets a barrier at any stop.

import type { Page } from "@playwright/test";

import { looksFine } from "../barriers.js";
import { expect, test, type Demo } from "../demo.js";

const WORDS = {
  en: {
    previous: "Previous serial number",
    serial: "Serial number",
    newSerial: "New serial number",
    email: "E-mail address",
    goOn: "Go on",
    held: "The license you have",
    sum: "Show what I get",
    renew: "Renew now",
    renewed: "Renewed",
    keyFile: "Download key file",
    register: "Register",
    registered: "Registered",
    doubt: "Look at this number once more",
    group: /group 2 of the four|groups of the four/,
    asWritten: "It is written exactly so",
    unmatched: "This did not work",
    signIn: "Sign in",
    send: "Send me a link",
    code: "Code from the letter",
    replace: "Replace it now",
    replaced: "Serial number replaced",
  },
  pl: {
    previous: "Poprzedni numer seryjny",
    serial: "Numer seryjny",
    newSerial: "Nowy numer seryjny",
    email: "Adres e-mail",
    goOn: "Dalej",
    held: "Licencja, którą masz",
    sum: "Pokaż, co zyskam",
    renew: "Odnów teraz",
    renewed: "Odnowiono",
    keyFile: "Pobierz plik klucza",
    register: "Zarejestruj",
    registered: "Zarejestrowano",
    doubt: "Spójrz na ten numer jeszcze raz",
    group: /w grupie 2 \(z czterech\)|z tych grup \(z czterech\)/,
    asWritten: "Jest zapisany dokładnie tak",
    unmatched: "To się nie udało",
    signIn: "Zaloguj się",
    send: "Wyślij mi link",
    code: "Kod z wiadomości",
    replace: "Wymień teraz",
    replaced: "Numer seryjny wymieniony",
  },
} as const;

/** Presses the button of a captured letter, as its reader does. */
async function followLetter(demo: Demo, kind: string, to: string, language: string): Promise<void> {
  const text = await demo.letter(kind, to);
  const link = text.match(/http:\/\/[^\s<>]+\/(?:renew|replace|register)\b[^\s<>]*/)?.[0];
  expect(link, text).toBeDefined();
  expect(link!.startsWith(demo.origin), link).toBe(true);
  await demo.page.goto(`${link}?lang=${language}`);
}

const main = (page: Page) => page.getByRole("main");
const press = (page: Page, button: string) => main(page).getByRole("button", { name: button, exact: true }).click();
const heading = (page: Page) => main(page).getByRole("heading", { level: 1 });

for (const scripts of [true, false]) {
  for (const language of ["en", "pl"] as const) {
    const words = WORDS[language];
    const field = (page: Page, label: string) => main(page).getByLabel(label, { exact: true });

    test.describe(`in ${language}, scripts ${scripts ? "on" : "off"}`, () => {
      test.use({ javaScriptEnabled: scripts, viewport: { width: scripts ? 1280 : 360, height: 800 } });

      // What looks at a page is a script itself.
      const stop = (page: Page) => (scripts ? looksFine(page, language) : Promise.resolve());

      test("from the reminder to the renewed license", async ({ demo, page }) => {
        test.slow();
        await demo.open();
        const form = demo.form("Renew a license");
        const [old, serial, email] = [
          await form.getByLabel("Previous serial number").inputValue(),
          await form.getByLabel("New serial number").inputValue(),
          await form.getByLabel("E-mail address").inputValue(),
        ];
        for (let move = 0; move < 10 && !(await demo.mails().filter({ hasText: email }).count()); move++) {
          await demo.move("To the next message");
        }
        await followLetter(demo, "Renewal reminder", email, language);
        await stop(page);
        await field(page, words.previous).fill(old.toLowerCase().replaceAll("-", ""));
        await field(page, words.email).fill(email);
        await press(page, words.goOn);
        await expect(heading(page)).toHaveText(words.held);
        await stop(page);
        await field(page, words.newSerial).fill(serial);
        await press(page, words.sum);
        await stop(page);
        await press(page, words.renew);
        await expect(heading(page)).toHaveText(words.renewed);
        await stop(page);
        await expect(page.getByRole("link", { name: words.keyFile })).toBeVisible();
      });

      test("from the serial number to the key file, with a slip on the way", async ({ demo, page, origin }) => {
        test.slow();
        await demo.open();
        const form = demo.form("Register a serial number");
        const serial = await form.getByLabel("Serial number").inputValue();
        const slip = serial.slice(0, 5) + (serial[5] === "7" ? "8" : "7") + serial.slice(6);
        const email = await form.getByLabel("E-mail address").inputValue();
        await page.goto(`${origin}/register?lang=${language}`);
        await field(page, words.serial).fill(slip);
        await field(page, words.email).fill(email);
        await press(page, words.register);
        await expect(page.getByRole("alert")).toContainText(words.doubt);
        await expect(main(page)).toContainText(words.group);
        await expect(page.getByLabel(words.asWritten)).not.toBeChecked();
        await stop(page);
        await field(page, words.serial).fill(serial.replaceAll("0", "O"));
        await press(page, words.register);
        await expect(heading(page)).toHaveText(words.registered);
        await stop(page);
        await expect(page.getByRole("link", { name: words.keyFile })).toBeVisible();
      });

      test("from the theft notice to the replaced serial number", async ({ demo, page, origin }) => {
        test.slow();
        await demo.open();
        const form = demo.form("Register a serial number");
        const serial = await form.getByLabel("Serial number").inputValue();
        const email = await form.getByLabel("E-mail address").inputValue();
        await demo.send("Register a serial number");
        await page.goto(`${origin}/register?lang=${language}`);
        await field(page, words.serial).fill(serial);
        await field(page, words.email).fill("stranger@example.com");
        await press(page, words.register);
        await expect(heading(page)).toHaveText(words.unmatched);
        await stop(page);
        await followLetter(demo, "Attempted theft of a license", email, language);
        await stop(page);
        await main(page).getByRole("link", { name: words.signIn, exact: true }).click();
        await stop(page);
        await field(page, words.email).fill(email);
        await press(page, words.send);
        await stop(page);
        const code = (await demo.letter("A sign-in link", email)).match(/\b\d{4} \d{4}\b/)?.[0];
        await field(page, words.code).fill(code!);
        await press(page, words.signIn);
        await expect(page).toHaveURL(/\/replace$/);
        await stop(page);
        await main(page).getByRole("listitem").getByRole("link").first().click();
        await stop(page);
        await press(page, words.replace);
        await expect(heading(page)).toHaveText(words.replaced);
        await stop(page);
        await expect(page.getByRole("link", { name: words.keyFile })).toBeVisible();
      });
    });
  }
}

// The services that letters link to, each way to its end: registering, renewing, adding, replacing.

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { expect, test, type Demo } from "../demo.js";

/** The serial number that is ready in a form of the demo, by the form's title and the field's label. */
async function ready(demo: Demo, title: "Register a serial number" | "Renew a license", label: string): Promise<string> {
  return demo.form(title).getByLabel(label, { exact: true }).inputValue();
}

/** Fills the form of the page by labels, and sends it. */
async function send(page: Page, fields: Record<string, string>, button: string): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
  await page.getByRole("main").getByRole("button", { name: button, exact: true }).click();
}

const heading = (page: Page) => page.getByRole("main").getByRole("heading", { level: 1 });

test("a serial number becomes a key file, here at once and in the mailbox", async ({ demo, page, origin }) => {
  await demo.open();
  const serial = await ready(demo, "Register a serial number", "Serial number");
  const email = await ready(demo, "Register a serial number", "E-mail address");
  await page.goto(`${origin}/?lang=en`);
  await page.getByRole("link", { name: "Register", exact: true }).click();
  await page.getByLabel("Your time zone").selectOption("America/Sao_Paulo");
  await send(page, { "Serial number": serial.toLowerCase().replaceAll("-", " "), "E-mail address": email }, "Register");
  await expect(heading(page)).toHaveText("Registered");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download key file" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.key$/);
  // Nobody moved the clock: the page has rung for the courier.
  await expect(async () => {
    await demo.open();
    expect(await demo.seen("Key file").count()).toBe(1);
  }).toPass({ timeout: 60_000 });
});

test("the time zone is guessed by the language of the page, and can be changed", async ({ page, origin }) => {
  for (const [language, label, zone] of [
    ["uk", "Ваш часовий пояс", "Europe/Kyiv"],
    ["ja", "タイムゾーン", "Asia/Tokyo"],
  ] as const) {
    await page.goto(`${origin}/register?lang=${language}`);
    await expect(page.getByLabel(label)).toHaveValue(zone);
  }
});

test("what is wrong stands on top and leads to its field", async ({ page, origin }) => {
  await page.goto(`${origin}/register?lang=en`);
  await send(page, { "Serial number": "ABCD", "E-mail address": "anna@example.com" }, "Register");
  await expect(page.getByRole("alert")).toContainText("One field needs another look");
  await page.getByRole("alert").getByRole("link", { name: "Serial number" }).click();
  await expect(page.getByLabel("Serial number")).toBeFocused();
  await expect(page.getByLabel("Serial number")).toHaveAccessibleDescription(/16 letters and digits/);
});

test("a renewal is a sum to check, and a button", async ({ demo, page, origin }) => {
  await demo.open();
  const fields = {
    "Previous serial number": await ready(demo, "Renew a license", "Previous serial number"),
    "E-mail address": await ready(demo, "Renew a license", "E-mail address"),
    "New serial number": await ready(demo, "Renew a license", "New serial number"),
  };
  const { "New serial number": serial, ...old } = fields;
  await page.goto(`${origin}/renew?lang=en`);
  await send(page, old, "Go on");
  await expect(heading(page)).toHaveText("The license you have");
  await send(page, { "New serial number": serial }, "Show what I get");
  await expect(heading(page)).toHaveText("What you get");
  const total = await page.getByRole("row", { name: /^Valid until/ }).getByRole("cell").innerText();
  await page.getByRole("button", { name: "Renew now" }).click();
  await expect(heading(page)).toHaveText("Renewed");
  await expect(page.getByRole("main")).toContainText(`Valid until ${total}`);
  await expect(page.getByRole("main")).toContainText("is blocked now");
  await page.goto(`${origin}/renew?lang=en`);
  await send(page, old, "Go on");
  await expect(heading(page)).toHaveText("This did not work");
});

test("from the portal a stolen serial number is replaced", async ({ demo, page, origin }) => {
  await demo.open();
  const serial = await ready(demo, "Register a serial number", "Serial number");
  const email = await ready(demo, "Register a serial number", "E-mail address");
  await demo.send("Register a serial number");
  await demo.be(email);
  await page.goto(`${origin}/my/licenses?lang=en`);
  const card = page.getByRole("listitem").filter({ hasText: serial.slice(-4) });
  await card.getByRole("link", { name: /^Replace the serial number/ }).click();
  await page.getByRole("button", { name: "Replace it now" }).click();
  await expect(heading(page)).toHaveText("Serial number replaced");
  await expect(page.getByRole("main")).toContainText(email);
});

// What looks at a page is a script itself; the pages have none of their own.
test.describe("to be read by everybody", () => {
  test.use({ javaScriptEnabled: true });

  for (const language of ["en", "pl"]) {
    for (const [width, scheme] of [[320, "light"], [1280, "dark"]] as const) {
      test(`no step has a barrier that axe knows, in ${language} at ${width} pixels`, async ({ demo, page, origin }) => {
        test.slow();
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme: scheme });
        const found: string[] = [];
        const look = async (step: string) => {
          await page.waitForLoadState();
          const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
          found.push(...violations.map(({ id }) => `${step}: ${id}`));
          const wide = await page.locator("html").evaluate((html) => html.scrollWidth);
          found.push(...(wide > width ? [`${step}: ${wide} pixels wide`] : []));
          await expect(page.locator("html")).toHaveAttribute("lang", language);
        };
        const submit = () => page.getByRole("main").getByRole("button").last().click();
        const fill = async (fields: Record<string, string>) => {
          for (const [name, value] of Object.entries(fields)) {
            await page.locator(`[name=${name}]`).fill(value);
          }
          await submit();
        };
        await demo.open();
        const [first, second] = ["Register a serial number", "Renew a license"] as const;
        const registration = {
          serial: await ready(demo, first, "Serial number"),
          email: await ready(demo, first, "E-mail address"),
        };
        const renewal = {
          previous: await ready(demo, second, "Previous serial number"),
          email: await ready(demo, second, "E-mail address"),
          serial: await ready(demo, second, "New serial number"),
        };
        await page.goto(`${origin}/replace?lang=${language}`);
        await look("replace-door");
        await page.goto(`${origin}/register`);
        await look("register");
        await fill({ serial: "ABCD", email: "anna" });
        await look("register-again");
        await fill({ serial: "ABCD-EFGH-JKMN-PQRS", email: "anna@example.com" });
        await look("register-doubtful");
        await fill({ serial: renewal.previous, email: "stranger@example.com" });
        await look("unmatched");
        await page.goto(`${origin}/register`);
        await fill(registration);
        await look("registered");
        await page.goto(`${origin}/register`);
        await fill(registration);
        await look("registered-again");
        await page.goto(`${origin}/renew`);
        await look("renew");
        await page.getByRole("main").locator("summary").click();
        await fill({ key_text: "e30.e30.AA", email: "anna" });
        await look("renew-again");
        await page.goto(`${origin}/renew/without`);
        await look("renew-without");
        await page.goto(`${origin}/renew`);
        await fill({ previous: renewal.previous, email: renewal.email });
        await look("renew-held");
        await fill({ serial: renewal.previous });
        await look("renew-held-again");
        await fill({ serial: renewal.serial });
        await look("renew-sum");
        await submit();
        await look("renewed");
        await demo.open();
        await demo.be(registration.email);
        await page.goto(`${origin}/my/licenses?lang=${language}`);
        await look("licenses");
        await page.goto(`${origin}/replace`);
        await look("replace");
        await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
        await look("replace-confirm");
        await submit();
        await look("replaced");
        await page.goto(`${origin}/`);
        await look("home");
        expect(found).toEqual([]);
      });
    }
  }
});

// Everybody can use the pages: by keyboard, by screen reader, on a small screen, in either language.

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { expect, test, type Demo } from "../demo.js";

const PUBLIC = [
  "/",
  "/demo",
  "/register",
  "/renew",
  "/replace",
  "/messages-schedule",
  "/library",
  "/library/renewing",
  "/library/messages",
  "/my/sign-in",
  "/there-is-no-such-page",
];
const LANGUAGES = ["en", "pl"] as const;
const ALL_LANGUAGES = [...LANGUAGES, "de", "fr", "es", "it", "cs", "ru", "uk", "ja"] as const;
/** A phone and a desk, in CSS pixels. */
const WIDTHS = [360, 1280];

/** A demo with something in it: every kind of row, a report, a form with a problem, and a signed-in holder. */
async function liveIn(demo: Demo): Promise<string[]> {
  await demo.open();
  const address = await demo.form("Register a serial number").getByLabel("E-mail address").inputValue();
  await demo.send("Register a serial number");
  await demo.move("+1 month");
  await demo.seen("Key file").click();
  const mail = new URL(demo.page.url()).pathname;
  await demo.open();
  await demo.be(address);
  await demo.page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
  const message = new URL(demo.page.url()).pathname;
  await demo.page.goto(`${demo.origin}/my/licenses`);
  const license = await demo.page.locator("li.license h2 a").first().getAttribute("href");
  const own = ["/my/messages", message, "/my/licenses", `${license}`, `${license}/certificate`, "/my/library"];
  return [mail, `${mail}/text`, `${mail}/source`, ...own];
}

/** What axe finds; by some of its rules only, if they are named. */
async function violations(page: Page, rules: string[] = []): Promise<string[]> {
  // In one page: the frame of a mail runs nothing, also no axe.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (rules.length > 0 ? axe.withRules(rules) : axe).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}`));
}

// What looks at a page is a script itself; the pages have none of their own.
test.describe("to be read by everybody", () => {
  test.use({ javaScriptEnabled: true });

  for (const language of LANGUAGES) {
    test(`no page has a barrier that axe knows, in ${language}`, async ({ demo, page }) => {
      test.slow();
      const found: string[] = [];
      for (const path of [...PUBLIC, ...(await liveIn(demo)), "/demo"]) {
        await page.goto(`${demo.origin}${path}?lang=${language}`);
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 800 });
          found.push(...(await violations(page)).map((violation) => `${path} at ${width} pixels: ${violation}`));
        }
      }
      expect(found).toEqual([]);
    });
  }

  test("no page has a barrier in dark colors", async ({ demo, page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: "dark" });
    const found: string[] = [];
    for (const path of [...PUBLIC, ...(await liveIn(demo)), "/demo"]) {
      await page.goto(`${demo.origin}${path}`);
      // In the dark a page has other colors, and the same words and parts.
      found.push(...(await violations(page, ["color-contrast"])).map((violation) => `${path}: ${violation}`));
    }
    expect(found).toEqual([]);
  });

  test("no page has a script of its own", async ({ demo, page }) => {
    for (const path of [...PUBLIC, ...(await liveIn(demo)), "/demo"]) {
      await page.goto(`${demo.origin}${path}`);
      expect(await page.locator("script, [onclick], [onload], [onsubmit]").count(), path).toBe(0);
    }
  });
});

for (const language of ALL_LANGUAGES) {
  test(`nothing is wider than a screen of 320 pixels, in ${language}`, async ({ demo, page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const path of [...PUBLIC, ...(await liveIn(demo)), "/demo"]) {
      await page.goto(`${demo.origin}${path}?lang=${language}`);
      const width = await page.locator("html").evaluate((html) => html.scrollWidth);
      expect(width, path).toBeLessThanOrEqual(320);
    }
  });
}

test("the first key press reaches the skip link, and it leads past the head of the page", async ({ demo, page }) => {
  await demo.open();
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#content$/);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("main").locator(":focus")).toHaveCount(1);
});

test("focus is seen on everything the keyboard reaches", async ({ demo, page }) => {
  await demo.open();
  // What lies in a closed menu is not reached.
  const reachable = await page.locator("a[href]:visible, button:visible, input:visible, iframe:visible, summary:visible").count();
  for (let press = 0; press < reachable; press++) {
    await page.keyboard.press("Tab");
    const seen = await page.locator(":focus").evaluate((element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const shown = (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
      return { shown, what: element.outerHTML.slice(0, 120) };
    });
    expect(seen.shown, seen.what).toBe(true);
  }
});

test("a form can be sent by keyboard alone", async ({ demo, page }) => {
  await demo.open();
  await demo.form("Register a serial number").getByLabel("E-mail address").press("Enter");
  await expect(demo.form("Register a serial number").getByRole("status")).toContainText("Registered.");
  await expect(demo.seen("Key file")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Watch Tenure at work");
});

test("a page that is not there says so and leads on", async ({ origin, page }) => {
  const answer = await page.goto(`${origin}/there-is-no-such-page?lang=en`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is nothing here");
  await page.getByRole("link", { name: "Go to the start page" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your licenses, looked after");
});

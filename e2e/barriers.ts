// What every page owes everybody: no barrier that axe knows, and nothing wider than the screen.

import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { expect } from "./demo.js";

/** The narrowest screen, a phone, and a desk, in CSS pixels. */
export const WIDTHS = [320, 360, 1280];

/** Looks at the page as it is, at every width, in both schemes. */
export async function looksFine(page: Page, language: string): Promise<void> {
  // A page without its style sheet is none that anybody sees.
  await page.waitForLoadState();
  const step = new URL(page.url()).pathname;
  await expect(page.locator("html"), step).toHaveAttribute("lang", language);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    const wide = await page.locator("html").evaluate((html) => html.scrollWidth);
    expect(wide, `${step} at ${width} pixels`).toBeLessThanOrEqual(width);
  }
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const axe = new AxeBuilder({ page }).setLegacyMode();
    // In the dark a page has other colors, and the same words and parts.
    const { violations } = await (colorScheme === "dark" ? axe.withRules(["color-contrast"]) : axe).analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")}`));
    expect(found, `${step} in ${colorScheme}`).toEqual([]);
  }
}

/** What a printer would get of the page: the text that is not hidden there. */
export async function printed(page: Page): Promise<string> {
  await page.emulateMedia({ media: "print" });
  const text = await page.locator("body").innerText();
  await page.emulateMedia({ media: null });
  return text;
}

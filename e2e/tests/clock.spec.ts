// Moving the clock makes things happen, and the page says what and why.

import { expect, test } from "../demo.js";

test("moving the clock sends a reminder that is in the captured mail and in its holder's portal", async ({
  demo,
  page,
}) => {
  await demo.open();
  await demo.moveUntilSeen("Renewal reminder");
  await demo.seen("Renewal reminder").click();
  const subject = await page.getByRole("heading", { level: 1 }).innerText();
  const address = await page.locator("dd.address").innerText();
  await page.goto(`${demo.origin}/demo`);
  await demo.be(address);
  await page.getByRole("link", { name: subject, exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(subject);
  await expect(page.locator("article.letter")).not.toBeEmpty();
});

test("the clock shows the time it was moved to, and nothing is sent twice", async ({ demo }) => {
  await demo.open();
  const time = demo.section("The clock").locator(".now time");
  const before = Date.parse((await time.getAttribute("datetime")) ?? "");
  await demo.move("+1 week");
  const after = Date.parse((await time.getAttribute("datetime")) ?? "");
  const weekHours = 7 * 24;
  expect(Math.abs((after - before) / 3_600_000 - weekHours)).toBeLessThanOrEqual(1);
  const decided = await demo.decisions().allInnerTexts();
  expect(new Set(decided).size, "no decision stands there twice").toBe(decided.length);
});

test("a month asleep ends with the newest step only, and the page says what was left out", async ({ demo }) => {
  await demo.open();
  for (let month = 0; month < 12 && !(await demo.decisions().filter({ hasText: "Superseded" }).count()); month++) {
    await demo.move("Sleep a month, then wake");
  }
  await expect(demo.section("The clock").getByRole("status")).toContainText("Tenure slept, woke and caught up.");
  await expect(demo.section("The clock").getByRole("status")).toContainText(/\d+ left out for (a )?newer steps?/);
  const superseded = demo.decisions().filter({ hasText: "Superseded" }).first();
  await expect(superseded).toContainText("Renewal reminder");
  await expect(superseded).toContainText("A newer step was due too, so only that one went out.");
});

test("renewing cancels the open reminders of the old license", async ({ demo }) => {
  await demo.open();
  const previous = await demo.form("Renew a license").getByLabel("Previous serial number").inputValue();
  const license = demo.holder(previous).getByRole("listitem").filter({ hasText: previous });
  await expect(license).toContainText("Next: Renewal reminder");
  await demo.send("Renew a license");
  await expect(demo.form("Renew a license").getByRole("status")).toContainText("Renewed.");
  await expect(license).toContainText("Blocked");
  await expect(license).not.toContainText("Renewal reminder");
});

test("a renewed license is not reminded of, however far the clock is moved", async ({ demo, page }) => {
  await demo.open();
  const form = demo.form("Renew a license");
  const address = await form.getByLabel("E-mail address").inputValue();
  const masked = (await form.getByLabel("Previous serial number").inputValue()).slice(-4);
  await demo.send("Renew a license");
  for (let month = 0; month < 3; month++) {
    await demo.move("+1 month");
  }
  await demo.be(address);
  const rows = page.getByRole("main").getByRole("listitem").filter({ hasText: masked });
  await rows.first().waitFor();
  for (const subject of await rows.getByRole("link").allInnerTexts()) {
    expect(subject).not.toMatch(/expires|expired|wygasa|wygasła/);
  }
});

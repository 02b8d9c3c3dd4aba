// The demo shows the whole programme to somebody who follows its guide.

import { expect, PROGRAMME, test, type Demo } from "../demo.js";

/** What the guide says to do for each kind. */
const STEPS: Record<string, (demo: Demo) => Promise<void>> = {
  "Key file": (demo) => demo.send("Register a serial number"),
  "Protection for mobile devices": (demo) => demo.send("Register a serial number"),
  "Invitation to make an account": (demo) => demo.send("Register a serial number"),
  "Renewal reminder": (demo) => demo.moveUntilSeen("Renewal reminder"),
  "Attempted theft of a license": (demo) => demo.send("Try a wrong address"),
  "Deletion of a blocked license": async (demo) => {
    await demo.send("Renew a license");
    await demo.moveUntilSeen("Deletion of a blocked license");
  },
};

test("the demo page explains itself and shows its parts", async ({ demo, page }) => {
  await demo.open();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Watch Tenure at work");
  await expect(page.getByText("the holders are invented, the clock is yours to move")).toBeVisible();
  await expect(page.getByText("This is a demo: no message leaves this machine.")).toBeVisible();
  const parts = ["The clock", "Captured mail", "What was decided, and why", "Try it", "Sample holders"];
  for (const part of ["The six messages of the programme", ...parts]) {
    await expect(demo.section(part)).toBeVisible();
  }
  const programme = demo.section("The six messages of the programme").getByRole("list").getByRole("listitem");
  await expect(programme).toContainText(PROGRAMME);
  expect(await page.locator("li.holder").count()).toBeGreaterThan(2);
});

test("each of the six kinds is seen by following the guide", async ({ demo }) => {
  await demo.open();
  const guide = demo.section("The six messages of the programme");
  for (const kind of PROGRAMME) {
    if (!(await demo.seen(kind).count())) {
      await expect(guide).toContainText("Next:");
      await STEPS[kind](demo);
    }
    await expect(demo.seen(kind)).toBeVisible();
  }
  await expect(guide).toContainText("Seen so far: 6 of 6.");
  await expect(guide).toContainText("You have seen them all.");
});

test("every kind of mail can be looked at in its three faces", async ({ demo, page }) => {
  await demo.open();
  await demo.send("Register a serial number");
  await demo.seen("Key file").click();
  const subject = await page.getByRole("heading", { level: 1 }).innerText();
  await expect(page.frameLocator("iframe.mail").getByRole("heading", { level: 1 })).toBeVisible();
  await page.getByRole("link", { name: "As text" }).click();
  await expect(page.locator("pre.mail")).not.toBeEmpty();
  await page.getByRole("link", { name: "Raw source" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(subject);
  for (const line of ["Message-ID: <", "Auto-Submitted: auto-generated", "X-Tenure-Kind: key-file"]) {
    await expect(page.locator("pre.mail")).toContainText(line);
  }
});

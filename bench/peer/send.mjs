// Jobs in a queue of pg-boss become letters of nodemailer: two processes, kept conversations, DKIM with RSA-2048.
// usage: BENCH_POSTGRES=postgres://… node send.mjs LETTERS SIZE PORT; prints {"sent": …, "per_second": …}
import { fork } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import nodemailer from "nodemailer";
import PgBoss from "pg-boss";

const QUEUE = "letters";
const PROCESSES = 2;
const CONVERSATIONS = 16; // in each process
const [letters, size, port] = process.argv.slice(2).map(Number);

async function open() {
  const boss = new PgBoss({ connectionString: process.env.BENCH_POSTGRES, supervise: false, schedule: false });
  boss.on("error", (error) => console.error(error));
  await boss.start();
  return boss;
}

/** Puts the jobs in, and lets the processes take them out. */
async function lead() {
  const boss = await open();
  await boss.createQueue(QUEUE);
  await boss.purgeQueue(QUEUE);
  for (let begin = 0; begin < letters; begin += 1000) {
    const count = Math.min(1000, letters - begin);
    await boss.insert(Array.from({ length: count }, (_, at) => ({ name: QUEUE, data: { number: begin + at } })));
  }
  const key = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs8", format: "pem" });
  const children = Array.from({ length: PROCESSES }, () =>
    fork(new URL(import.meta.url), process.argv.slice(2), { env: { ...process.env, BENCH_KEY: key } }),
  );
  await Promise.all(children.map((child) => new Promise((ready) => child.once("message", ready))));
  const begun = performance.now();
  const sent = children.map((child) => new Promise((done) => child.once("message", done)));
  children.forEach((child) => child.send("go"));
  const total = (await Promise.all(sent)).reduce((sum, one) => sum + one.sent, 0);
  const seconds = (performance.now() - begun) / 1000;
  console.log(JSON.stringify({ sent: total, per_second: total / seconds }));
  await boss.stop({ graceful: false });
}

/** Fetches, sends and completes until nothing is left. */
async function work() {
  const boss = await open();
  const mailer = nodemailer.createTransport({
    host: "127.0.0.1",
    port,
    ignoreTLS: true,
    pool: true,
    maxConnections: CONVERSATIONS,
    maxMessages: Infinity,
    dkim: { domainName: "vendor.example", keySelector: "bench", privateKey: process.env.BENCH_KEY },
  });
  const text = "Your license expires soon. Please renew it before that day.\r\n".repeat(Math.ceil(size / 2 / 61));
  const html = `<p>${text}</p>`;
  process.send("ready");
  await new Promise((go) => process.once("message", go));
  let sent = 0;
  // Two rounds at once, so that fetching and completing do not leave the conversations idle.
  const rounds = async () => {
    for (;;) {
      const jobs = await boss.fetch(QUEUE, { batchSize: 100 });
      if (!jobs?.length) return;
      await Promise.all(
        jobs.map((job) =>
          mailer.sendMail({
            from: "licenses@vendor.example",
            to: `holder${job.data.number}@mail.example`,
            subject: "Your license expires soon",
            text,
            html,
          }),
        ),
      );
      await boss.complete(QUEUE, jobs.map((job) => job.id));
      sent += jobs.length;
    }
  };
  await Promise.all([rounds(), rounds()]);
  process.send({ sent });
  mailer.close();
  await boss.stop({ graceful: false });
  process.exit(0);
}

await (process.send ? work() : lead());

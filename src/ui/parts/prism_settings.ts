/** Read by Prism when it starts: it must not look through the page for code to colour by itself. */
const world = globalThis as { Prism?: unknown };
world.Prism = { manual: true, disableWorkerMessageHandler: true };

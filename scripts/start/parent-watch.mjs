/**
 * Loaded before a part’s own code (`node --import`): the part ends when the program that started it is gone, even
 * killed outright, which closes the channel between them.
 */
if (process.channel) {
  process.channel.unref();
  process.on("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.kill(process.pid, "SIGKILL"), 8_000).unref();
  });
}

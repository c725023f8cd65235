/** An answer in JSON, with line breaks, for people who look into it. */
export const jsonAnswer = (body: object, status = 200): Response =>
  new Response(`${JSON.stringify(body, null, 2)}\n`, {
    status,
    headers: { "content-type": "application/json; charset=utf-8" },
  });

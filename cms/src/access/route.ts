/** A route of one of the portal’s own interfaces: who may use it, and the action of the controller that answers. */
export const routeOf =
  (api: string) => (method: "GET" | "POST", path: string, action: string, strategies: unknown[]) => ({
    method,
    path,
    handler: `${api}.${action}`,
    config: { auth: { strategies, scope: [`api::${api}.${api}.${action}`] } },
  });

/** Tests call the app themselves (`world.ts`), with a clock of their own; workerd only needs an entry to start. */
export default { fetch: () => new Response(null, { status: 404 }) }

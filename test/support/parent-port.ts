/** Stands in for Electron's `process.parentPort` where the station's entry is forked by plain Node. */
type Listener = (event: { readonly data: unknown; readonly ports: readonly [] }) => void;

Reflect.set(process, 'parentPort', {
  on: (_event: 'message', listener: Listener) => process.on('message', (data) => listener({ data, ports: [] })),
  postMessage: (message: unknown) => process.send?.(message),
});

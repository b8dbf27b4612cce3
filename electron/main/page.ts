import { protocol, session } from 'electron';
import type { App } from 'electron';
import { readFile } from 'node:fs/promises';
import { workstationHeaders } from '../../shared/lib/content-security-policy.ts';
import { resolveAsset } from './assets.ts';
import { openOutside } from './external.ts';
import { isOurs, ORIGIN, SCHEME } from './origin.ts';
import { mayDownload, mayNavigate, mayReadDevice, mayUse, nextScanner } from './page-rights.ts';

/** A page that main itself answers, by path. */
export type OwnPages = ReadonlyMap<string, () => { readonly type: string; readonly body: string | Uint8Array<ArrayBuffer> }>;

/** Before the app is ready: the scheme is a real origin, with fetch, and keeps compiled code between starts. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built page, and nothing else, from `root`. */
export function servePage(root: string, own: OwnPages): void {
  protocol.handle(SCHEME, pageAnswers(root, own));
}

/** What our scheme answers: a page of main's own, or a file of the built page. */
export const pageAnswers =
  (root: string, own: OwnPages) =>
  async (request: Request): Promise<Response> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return new Response(null, { status: 405, headers: workstationHeaders });
    const page = request.url.startsWith(ORIGIN) ? own.get(request.url.slice(ORIGIN.length))?.() : undefined;
    if (page) return new Response(page.body, { headers: { ...workstationHeaders, 'content-type': page.type } });
    const asset = resolveAsset(request.url, root);
    if (!asset) return new Response(null, { status: 404, headers: workstationHeaders });
    try {
      return new Response(new Uint8Array(await readFile(asset.path)), { headers: { ...workstationHeaders, 'content-type': asset.type } });
    } catch {
      return new Response(null, { status: 404, headers: workstationHeaders });
    }
  };

/** What pages may not do, for the session's every page. */
export function refusePermissions(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_page, permission, answer, details) => answer(mayUse(permission, details.requestingUrl, 'mediaTypes' in details ? details.mediaTypes : [])));
  defaultSession.setPermissionCheckHandler((_page, permission, requestingOrigin, { mediaType }) => mayUse(permission, requestingOrigin, mediaType === undefined ? [] : [mediaType]));
  defaultSession.setDevicePermissionHandler(({ deviceType, origin, device }) => 'collections' in device && mayReadDevice(deviceType, origin, device));
  const taken = new Set<string>();
  defaultSession.on('select-hid-device', (event, { deviceList, frame }, choose) => {
    event.preventDefault();
    const id = frame && isOurs(frame.url) ? nextScanner(deviceList, taken) : undefined;
    if (id !== undefined) taken.add(id);
    choose(id);
  });
  defaultSession.on('hid-device-removed', (_event, { device }) => void taken.delete(device.deviceId));
  defaultSession.on('hid-device-revoked', (_event, { device }) => void taken.delete(device.deviceId));
  defaultSession.on('will-download', (event, item) => {
    if (!mayDownload(item.getURL())) event.preventDefault();
  });
}

/** Every page, however it came to be: it stays where it is, opens no window and hosts no guest. */
export function confinePages(app: App): void {
  app.on('web-contents-created', (_event, page) => {
    page.on('will-navigate', (event) => {
      if (mayNavigate(event.url)) return;
      event.preventDefault();
      void openOutside(event.url);
    });
    page.on('will-redirect', (event) => {
      if (!mayNavigate(event.url)) event.preventDefault();
    });
    page.on('will-attach-webview', (event) => event.preventDefault());
    page.setWindowOpenHandler(({ url }) => {
      void openOutside(url);
      return { action: 'deny' };
    });
  });
}

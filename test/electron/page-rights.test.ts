import { describe, expect, it } from 'vitest';
import { externalUrl } from '../../electron/main/external-links.ts';
import { isTrustedSender } from '../../electron/main/origin.ts';
import { mayDownload, mayNavigate, mayReadDevice, mayUse, nextScanner } from '../../electron/main/page-rights.ts';

const FOREIGN = ['https://example.com/', 'http://hotdock/', 'app://evil/', 'app://hotdock.evil/', 'app://hotdock@evil/', 'app://user@hotdock/', 'app://hotdock:1/', 'file:///etc/passwd', 'data:text/html,x', 'javascript:alert(1)', 'about:blank', '', 'hotdock'];

describe('what a page may do', () => {
  it.each(['geolocation', 'notifications', 'media', 'midi', 'serial', 'usb', 'openExternal', 'clipboard-read', 'display-capture', 'unknown'])('refuses the permission %s', (permission) => {
    expect(mayUse(permission, 'app://hotdock/')).toBe(false);
  });

  it('lends the camera to our page only, and never with a microphone', () => {
    expect(mayUse('media', 'app://hotdock/tasks', ['video'])).toBe(true);
    for (const media of [[], ['audio'], ['video', 'audio'], ['unknown']]) expect(mayUse('media', 'app://hotdock/', media), media.join()).toBe(false);
    for (const url of FOREIGN) expect(mayUse('media', url, ['video']), url).toBe(false);
  });

  it.each(['clipboard-sanitized-write', 'fullscreen', 'hid'])('grants %s to our page only', (permission) => {
    expect(mayUse(permission, 'app://hotdock/orders')).toBe(true);
    for (const url of FOREIGN) expect(mayUse(permission, url), url).toBe(false);
  });

  const scanner = (deviceId: string) => ({ deviceId, collections: [{ usagePage: 0x8c }] });
  const mouse = { deviceId: 'mouse', collections: [{ usagePage: 1 }] };

  it('lends bar code scanners to our page only, and no other device', () => {
    expect(mayReadDevice('hid', 'app://hotdock', scanner('a'))).toBe(true);
    expect(mayReadDevice('hid', 'app://hotdock', mouse)).toBe(false);
    for (const kind of ['serial', 'usb']) expect(mayReadDevice(kind, 'app://hotdock', scanner('a')), kind).toBe(false);
    for (const url of FOREIGN) expect(mayReadDevice('hid', url, scanner('a')), url).toBe(false);
  });

  it('hands over one scanner after the other, and never another device', () => {
    const devices = [mouse, scanner('a'), scanner('b')];
    expect(nextScanner(devices, new Set())).toBe('a');
    expect(nextScanner(devices, new Set(['a']))).toBe('b');
    expect(nextScanner(devices, new Set(['a', 'b']))).toBeUndefined();
  });

  it.each(FOREIGN)('neither navigates to, downloads from nor listens to %j', (url) => {
    expect(mayNavigate(url)).toBe(false);
    expect(mayDownload(url)).toBe(false);
    expect(isTrustedSender(url, true)).toBe(false);
  });

  it('stays on its own page', () => {
    expect(mayNavigate('app://hotdock/queue')).toBe(true);
    expect(mayDownload('blob:app://hotdock/4a5c')).toBe(true);
    expect(mayDownload('blob:https://evil/4a5c')).toBe(false);
  });

  it('is heard from the main frame only', () => {
    expect(isTrustedSender('app://hotdock/', true)).toBe(true);
    expect(isTrustedSender('app://hotdock/', false)).toBe(false);
  });
});

describe('links that leave', () => {
  it('lets listed ones through, rebuilt by a parser', () => {
    expect(externalUrl('https://vendorcentral.amazon.com/hz/vendor')).toBe('https://vendorcentral.amazon.com/hz/vendor');
    expect(externalUrl('https://VENDORCENTRAL.amazon.com')).toBe('https://vendorcentral.amazon.com/');
  });

  it.each([
    'http://vendorcentral.amazon.com/',
    'https://vendorcentral.amazon.com.evil.com/',
    'https://vendorcentral.amazon.com@evil.com/',
    'https://user:pw@vendorcentral.amazon.com/',
    'https://vendorcentral.amazon.com:8443/',
    'https://evil.com/vendorcentral.amazon.com',
    'file:///C:/Windows/System32/calc.exe',
    'ms-settings:privacy',
    'javascript:alert(1)',
    '\\\\server\\share',
    '',
  ])('refuses %j', (url) => {
    expect(externalUrl(url)).toBeUndefined();
  });
});

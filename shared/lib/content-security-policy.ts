/**
 * The one stylesheet that react-aria writes into the page itself (touch scrolling on pressable things),
 * allowed by its hash. A test takes the text from the library, so an upgrade that changes it is noticed.
 */
const REACT_ARIA_PRESSABLE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

/** Sent as a header with every answer of both shells: nothing from elsewhere, nothing inline, no eval. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'self' ${REACT_ARIA_PRESSABLE}`,
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  // A pick list or label is shown from what the station sent, never from an address.
  'frame-src blob:',
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What no page of ours ever asks a browser for. */
const NEVER = ['microphone', 'geolocation', 'display-capture', 'usb', 'bluetooth', 'payment'].map((right) => `${right}=()`).join(', ');

/** With every answer that a page of ours may come from: both shells and central, whose page needs no camera and no scanner. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': `camera=(), hid=(), serial=(), ${NEVER}`,
};

/** The same for the workstation's page, which may photograph a pallet and read scanners: that page alone, no frame in it from elsewhere. */
export const workstationHeaders: Readonly<Record<string, string>> = { ...pageHeaders, 'permissions-policy': `camera=(self), hid=(self), serial=(self), ${NEVER}` };

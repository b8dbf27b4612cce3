/** The part of @sealsystems/ipp that is used: the wire format (RFC 8010). The package has no types of its own. */
declare module '@sealsystems/ipp' {
  export type IppValue = string | number | boolean | Date | readonly IppValue[] | { readonly [name: string]: IppValue };
  export type IppGroup = Readonly<Record<string, IppValue | undefined>>;

  export interface IppMessage {
    readonly version?: string;
    readonly operation?: string;
    readonly id?: number;
    readonly statusCode?: string;
    readonly 'operation-attributes-tag'?: IppGroup;
    readonly 'job-attributes-tag'?: IppGroup | readonly IppGroup[];
    readonly 'printer-attributes-tag'?: IppGroup | readonly IppGroup[];
    readonly data?: Buffer;
  }

  const ipp: {
    readonly serialize: (message: IppMessage) => Buffer<ArrayBuffer>;
    readonly parse: (bytes: Buffer) => IppMessage;
  };
  export default ipp;
}

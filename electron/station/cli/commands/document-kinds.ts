/** What `documents --kind` takes: each is one sort of file. */
export const DOCUMENT_KINDS = ['acknowledgement-json', 'acknowledgement-855', 'routing-json', 'confirmation-json', 'pick-list', 'label-pdf', 'label-zpl'] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

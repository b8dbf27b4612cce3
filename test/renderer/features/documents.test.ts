import { expect, test } from 'vitest';
import type { WaitingDocument } from '../../../shared/contracts/views.ts';
import { documentId, poNumber } from '../../../shared/lib/ids.ts';
import { instant } from '../../../shared/lib/time.ts';
import { listOutgoing } from '../../../renderer/features/documents/document-words.ts';

const document = (id: string, fields: Partial<WaitingDocument> = {}): WaitingDocument => ({
  documentId: documentId(id), kind: 'confirmation-json', po: poNumber(id), shipmentId: null, fileName: `${id}.json`, sha256: '', state: 'prepared',
  preparedAt: instant(1), stateAt: instant(1), note: null, dueBy: null, path: '', noX12: null, ...fields,
});

test('what waits stands first by its deadline; answered and replaced ones follow and wait for nothing', () => {
  const listed = listOutgoing([
    document('CONFIRMED', { state: 'confirmed' }),
    document('REFUSED', { po: poNumber('A'), state: 'refused', dueBy: instant(100) }),
    document('AGAIN', { po: poNumber('A'), preparedAt: instant(2), dueBy: instant(100) }),
    document('UNDUE'),
    document('SOON', { dueBy: instant(50) }),
    document('SENT', { state: 'handed-over', dueBy: instant(10) }),
  ]);
  expect(listed.map((row) => row.documentId)).toEqual(['SOON', 'AGAIN', 'UNDUE', 'SENT', 'CONFIRMED', 'REFUSED']);
  expect(listed.filter(({ waits }) => waits).map((row) => row.documentId)).toEqual(['SOON', 'AGAIN', 'UNDUE']);
  expect(listed.filter(({ replaced }) => replaced).map((row) => row.documentId)).toEqual(['REFUSED']);
});

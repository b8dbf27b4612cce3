import { expect, test } from 'vitest';
import { openApi } from '../../central/http/openapi.ts';
import { routes } from '../../central/http/routes.ts';

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly responses: Readonly<Record<string, unknown>>;
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Readonly<Record<string, unknown>> }>> };
}

const document = openApi('1.2.3') as { readonly openapi: string; readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };
const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));

test('the document says what it is and names every route once', () => {
  expect(document.openapi).toBe('3.1.0');
  expect(operations.map(({ operation }) => operation.operationId).sort()).toEqual(Object.keys(routes).sort());
});

test('every name in braces in a path is a required parameter, and the other way round', () => {
  for (const { path, operation } of operations) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    const declared = (operation.parameters ?? []).filter((each) => each.in === 'path');
    expect(declared.map(({ name }) => name).sort()).toEqual(inPath);
    expect(declared.every(({ required }) => required)).toBe(true);
  }
});

test('every answer has its refusals, and every schema a shape', () => {
  for (const { operation } of operations) {
    expect(Object.keys(operation.responses)).toContain('default');
    const schema = operation.requestBody?.content['application/json']?.schema;
    if (schema) expect(schema).toHaveProperty('properties');
  }
});

test('nothing refers to what is not there', () => {
  const text = JSON.stringify(document);
  for (const [, target = ''] of text.matchAll(/"\$ref":"([^"]+)"/g)) {
    const found = target.slice(2).split('/').reduce<unknown>((node, key) => (node as Readonly<Record<string, unknown>> | undefined)?.[key], document);
    expect(found, target).toBeDefined();
  }
});

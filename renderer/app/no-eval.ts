import { config } from 'zod';

// zod compiles its checks with `new Function`, which the page's content security policy forbids. This module comes first.
config({ jitless: true });

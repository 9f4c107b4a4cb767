import { z } from 'zod';

/** The page's policy forbids code made from strings, which zod would try. Stands before the first schema is made. */
z.config({ jitless: true });

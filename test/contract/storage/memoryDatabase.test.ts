import { describe } from 'vitest';
import { createMemoryDatabase } from '../../../src/storage';
import { ownerDatabaseContract } from './ownerDatabase.contract';

describe('a database in memory', () => ownerDatabaseContract(createMemoryDatabase));

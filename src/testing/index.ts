/**
 * What integrators test with, published as `@cliendo/support/testing`: a backend in memory, and the contract
 * that a backend of your own must pass. Knows no test runner.
 */
export { backendContract } from './contract/backendContract';
export type { BackendUnderTest, ContractRule, TestPerson } from './contract/subject';
export { createFakeBackend, type FakeBackend } from './fake/fakeBackend';
export { createFakeToken, type FakePerson } from './fake/fakeToken';
export { createHttpBackend } from './contract/httpBackend';
export { createTestPerson } from './contract/testPerson';

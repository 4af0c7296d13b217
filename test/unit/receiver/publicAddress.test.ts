import { describe, expect, it } from 'vitest';
import { isLoopback, isPublic } from '../../../demo/receiver/outgoing/publicAddress';

describe('an address that a receiver may go to by itself', () => {
  it.each([
    '93.184.215.14',
    '8.8.8.8',
    '172.15.0.1',
    '172.32.0.1',
    '100.63.0.1',
    '2606:4700:4700::1111',
    '2a02:a44::1',
  ])('is %s', (address) => expect(isPublic(address)).toBe(true));

  it.each([
    ['this computer', '127.0.0.1'],
    ['this computer, another way', '127.8.9.10'],
    ['this computer in IPv6', '::1'],
    ['this computer as a mapped address', '::ffff:127.0.0.1'],
    ['this computer as a mapped address in hexadecimals', '::ffff:7f00:1'],
    ['nowhere', '0.0.0.0'],
    ['nowhere in IPv6', '::'],
    ['a private network', '10.1.2.3'],
    ['a private network', '172.16.0.1'],
    ['a private network', '172.31.255.255'],
    ['a private network', '192.168.1.1'],
    ['a private network in IPv6', 'fd12:3456::1'],
    ['the metadata of a cloud', '169.254.169.254'],
    ['the metadata of a cloud in IPv6', 'fd00:ec2::254'],
    ['the metadata of another cloud', '100.100.100.200'],
    ['a link', 'fe80::1'],
    ['a private address behind NAT64', '64:ff9b::a00:1'],
    ['a private address in a tunnel', '2002:a00:1::'],
    ['a tunnel', '2001:0:4136:e378::'],
    ['for documents', '203.0.113.9'],
    ['for documents in IPv6', '2001:db8::1'],
    ['a group', '224.0.0.1'],
    ['a group in IPv6', 'ff02::1'],
    ['everybody', '255.255.255.255'],
    ['not an address', 'localhost'],
    ['not an address', ''],
  ])('is not %s: %s', (_what, address) => expect(isPublic(address)).toBe(false));

  it('is this computer only where that is asked for', () => {
    expect(['127.0.0.1', '127.1.1.1', '::1'].every(isLoopback)).toBe(true);
    expect(['128.0.0.1', '10.0.0.1', '::2', '127.example.com', '::ffff:127.0.0.1'].some(isLoopback)).toBe(false);
  });
});

/** Questions that came by mail before the device could send them: what it sends takes their place. */
export const mail = /* sql */ `
alter table submission add column by_mail boolean not null default false;
`;

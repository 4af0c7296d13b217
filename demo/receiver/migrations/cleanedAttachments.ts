/** A picture is kept without its metadata: what is stored is not always what was sent, so both sizes and digests are known. */
export const cleanedAttachments = /* sql */ `
alter table attachment
  add column stored_size bigint,
  add column stored_digest text;
`;
